# errpact: provider=brick
"""What is read of successes too may be something that no error has."""

import requests

URL = "http://localhost:8080/consents/v1/consents"


class BrickError(Exception):
    def __init__(self, status, code, text):
        super().__init__(f"{status} {code}: {text}")
        self.status = status
        self.code = code
        self.text = text


def described(consent_id):
    reply = requests.get(f"{URL}/{consent_id}/description", timeout=30)
    body = reply.json()
    if "error" in body or "message" in body:
        raise BrickError(reply.status_code, body.get("error"), "refused")
    text = body.get("description")
    if reply.status_code not in (200, 201):
        raise BrickError(reply.status_code, body.get("code"), "refused")
    return text, body["data"]
