# errpact: provider=synapse
"""A sentence for every error, in a client that takes a success which has a code for an error, too."""

import requests


class SynapseError(Exception):
    """What the platform refused."""

    def __init__(self, code, body):
        super().__init__(f"refused with {code}")
        self.code = code
        self.body = body


def send(path):
    response = requests.post("https://api.synapsefi.com/v3.1" + path, json={}, timeout=30)
    body = response.json()
    code = body.get("error_code")
    if code is not None:
        raise RuntimeError("the platform said no")  # error: EP203
    return body


def send_with_its_code(path):
    response = requests.post("https://api.synapsefi.com/v3.1" + path, json={}, timeout=30)
    body = response.json()
    code = body.get("error_code")
    if code is not None:
        raise SynapseError(code, body)
    return body


def nodes():
    return [row["_id"] for row in send("/nodes")["nodes"]]


def transactions():
    return [row["_id"] for row in send_with_its_code("/trans")["trans"]]
