# errpact: provider=brick
"""Another place is only looked at beside the one that this kind of body has."""

import requests

URL = "http://localhost:8080/consents/v1/consents"


class BrickError(Exception):
    def __init__(self, status, code, text):
        super().__init__(f"{status} {code}: {text}")
        self.status = status
        self.code = code
        self.text = text


def refuse(status, body):
    if "error" in body:
        raise BrickError(status, body["error"], body.get("error_description") or body.get("description"))
    if "code" not in body:
        raise BrickError(status, None, body.get("message"))
    raise BrickError(status, body["code"], body.get("description") or body["detail"])


def consent(consent_id):
    reply = requests.get(f"{URL}/{consent_id}", timeout=30)
    if reply.status_code not in (200, 201):
        refuse(reply.status_code, reply.json())
    body = reply.json()
    return body["data"], body.get("description")
