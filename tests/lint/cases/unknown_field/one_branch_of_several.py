# errpact: provider=synapse
"""The right place is read beside it, but for other codes: this branch is never taken."""

import requests

BASE = "https://api.synapsefi.com/v3.1"


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.status = status
        self.body = body


def refresh(session: requests.Session, user, node):
    r = session.patch(f"{BASE}/users/{user}/nodes/{node['_id']}?refresh=yes", timeout=60)
    body = r.json()
    if r.status_code == 200:
        return node | {"balance": body["info"]["balance"]["amount"]}
    if r.status_code == 401 and body.get("error_code") == "110":
        return node | {"state": "relink"}
    if r.status_code == 400 and body.get("code") == "410":  # error: EP303
        return node | {"state": "fixed"}
    raise Refused(r.status_code, body)


def refresh_anywhere(session: requests.Session, user, node):
    r = session.patch(f"{BASE}/users/{user}/nodes/{node['_id']}?refresh=yes", timeout=60)
    body = r.json()
    if r.status_code == 200:
        return node | {"balance": body["info"]["balance"]["amount"]}
    if body.get("error_code") == "400" or body.get("code") == "400":
        return node | {"state": "unknown"}
    raise Refused(r.status_code, body)
