# errpact: provider=synapse
"""Whether a pending payment has settled is asked of its own data; what is asked of other data says nothing of it."""

import requests

ROOT = "https://api.synapsefi.com/v3.1"


class SynapseError(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.status = status
        self.body = body


def pay(node, body):
    reply = requests.post(f"{ROOT}/nodes/{node}/trans", json=body, timeout=30)
    if reply.status_code >= 300:
        raise SynapseError(reply.status_code, reply.json())
    return reply.json()


def paid(node, body):
    trans = pay(node, body)
    return trans["recent_status"]["status"] == "SETTLED"


def open_subscription(body):
    reply = requests.post(f"{ROOT}/subscriptions", json=body, timeout=30)
    if reply.status_code >= 300:  # error: EP202 10
        raise SynapseError(reply.status_code, reply.json())
    return reply.json()["url"]
