# errpact: provider=synapse
"""What an object was made without may be put into it before a method runs: the loop over it is one that runs."""

from dataclasses import dataclass, field

import requests

URL = "http://localhost:8080/v3.1/users/u/nodes"


class SynapseError(Exception):
    def __init__(self, http_code, code):
        super().__init__(f"{http_code}/{code}")
        self.http_code = http_code
        self.code = code


def resync(node):
    body = requests.patch(f"{URL}/{node}", params={"resync": "True"}, timeout=30).json()
    if body["error_code"] != "0":
        raise SynapseError(body["http_code"], body["error_code"])
    return body


@dataclass
class Nightly:
    nodes: list[str] = field(default_factory=list)
    relink: set[str] = field(default_factory=set)

    def run(self):
        for node in self.nodes:
            try:
                resync(node)
            except SynapseError as error:
                match error.code:
                    case 110:  # error: EP302
                        self.relink.add(node)
                    case _:
                        raise


class Weekly:
    def __init__(self):
        self.owners = {}
        self.relink = []

    def run(self):
        for node, owner in self.owners.items():
            try:
                resync(node)
            except SynapseError as error:
                match error.code:
                    case "110":
                        self.relink.append((owner, node))
                    case _:
                        raise
