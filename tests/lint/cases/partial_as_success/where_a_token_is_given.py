# errpact: provider=flanks
"""The page shows a result that is held back where a token is given; of other operations it doesn't say that it comes."""

import requests

ROOT = "https://api.flanks.io/v0"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.status = status
        self.body = body


def post(path, body):
    reply = requests.post(ROOT + path, json=body, timeout=30)
    if reply.status_code >= 300:  # error: EP202 20003
        raise FlanksError(reply.status_code, reply.json())
    return reply.json()


def accounts(token):
    return post("/bank/account", {"credentials_token": token})


def linked(code):
    return post("/platform/link", {"code": code})["credentials_token"]
