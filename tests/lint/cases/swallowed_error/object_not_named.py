# errpact: provider=synapse
"""What a method leaves in an object is there afterwards, also where nobody says of which class the object is."""

import requests

URL = "http://localhost:8080/v3.1/nodes"


class Refused(Exception):
    def __init__(self, body):
        super().__init__(body["error"]["en"])
        self.code = body["error_code"]


class NodeExport:
    def __init__(self):
        self.refusals = []

    def export_nodes(self):
        try:
            return self._asked()
        except Refused as error:
            self.refusals.append(error.code)
            return None

    def export_quietly(self):
        try:
            return self._asked()
        except Refused:  # error: EP204
            return None

    def _asked(self):
        reply = requests.get(URL, timeout=30)
        body = reply.json()
        if reply.status_code != 200:
            raise Refused(body)
        return body["nodes"]


def nightly(export):
    nodes = export.export_nodes()
    if export.refusals:
        raise SystemError(export.refusals[0])
    return nodes


def quietly(export):
    nodes = export.export_quietly()
    if export.refusals:
        raise SystemError(export.refusals[0])
    return nodes
