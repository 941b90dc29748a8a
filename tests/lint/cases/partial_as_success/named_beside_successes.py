# errpact: provider=brick
"""Who names 202 beside 200 and 201, and hands on nothing of the reply, says that a payment was accepted."""

import requests

URL = "https://api.brick.example/pix"


class BrickError(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status} {body.get('code')}")
        self.body = body


def accepted(payment, store):
    reply = requests.post(URL, json=payment, timeout=30)
    if reply.status_code not in (200, 201, 202):
        raise BrickError(reply.status_code, reply.json())
    store.mark(payment["id"], "sent")
