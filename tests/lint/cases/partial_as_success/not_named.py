# errpact: provider=brick
"""Who only asks whether a reply is no error doesn't know that it may not be finished."""

import requests

URL = "https://api.brick.example/pix"


class BrickError(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status} {body.get('code')}")
        self.body = body


def paid(payment, store):
    reply = requests.post(URL, json=payment, timeout=30)
    if reply.status_code >= 400:  # error: EP202
        raise BrickError(reply.status_code, reply.json())
    store.mark(payment["id"], "paid")
