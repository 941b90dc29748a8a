# errpact: provider=synapse
"""A program that asks one result whether it is final may leave that to the caller of another that it hands on as it
came; one that never asks takes it for complete."""

import requests

ROOT = "https://api.synapsefi.com/v3.1/users/u"


class SynapseError(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.status = status
        self.body = body


def send(method, path, body=None):
    reply = requests.request(method, ROOT + path, json=body, timeout=30)
    if reply.status_code not in (200, 202):
        raise SynapseError(reply.status_code, reply.json())
    return reply.json()


def pay(node, body):
    trans = send("POST", f"/nodes/{node}/trans", body)
    return {"id": trans["_id"], "final": trans.get("error_code") != "10"}


def look(node, trans_id):
    return send("GET", f"/nodes/{node}/trans/{trans_id}")
