# errpact: provider=flanks
"""Whose address it is stays known where it is taken apart: a setting that names another service, or the provider's."""

import http.client
import json
import os
from urllib.parse import urlsplit

FLANKS = "https://api.flanks.io"


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.body = body


def post(base, path, body):
    parts = urlsplit(base)
    connection = http.client.HTTPSConnection(parts.netloc, timeout=30)
    connection.request("POST", parts.path.rstrip("/") + path, body=json.dumps(body))
    reply = connection.getresponse()
    return reply.status, json.loads(reply.read())


def vault(customer):
    status, body = post(os.environ["VAULT_URL"], "/customers/" + customer, {})
    if status != 200:
        raise Refused(status, body.get("code"))
    return body["id"]


def accounts(token):
    status, body = post(FLANKS, "/v0/bank/account", {"credentials_token": token})
    if status != 200:
        raise Refused(status, body.get("code"))  # error: EP303  # error: EP203 20001 20002 20003 40001
    return body["accounts"]
