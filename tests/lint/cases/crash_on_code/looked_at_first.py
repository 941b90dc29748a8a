# errpact: provider=flanks
"""An error that is looked at and then crashes is a crash; a reply that nobody looks at is one that nobody handles, also
where something else decides before."""

import requests

URL = "http://localhost:8080/v0/bank/account"


def picked_out(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        code = int(body["error_code"]["code"])  # error: EP206
        raise RuntimeError(code)
    return body


def not_looked_at(token, wanted):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if wanted:
        return body["accounts"]  # error: EP201  # error: EP202
    return None  # error: EP201  # error: EP202
