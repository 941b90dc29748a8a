# errpact: provider=synapse
"""The text of the part of a body that holds the messages, however it is made a text; a part with data is no message."""

import requests

URL = "https://api.synapsefi.com/v3.1/users"


class Refused(Exception):
    def __init__(self, body):
        super().__init__(f"{body.get('error_code')}: {body.get('error')}")
        self.body = body


class Repeated(Refused):
    pass


def _error(body):
    if "already in use" in str(body.get("error", "")).lower():  # error: EP305
        return Repeated(body)
    return Refused(body)


def create(user):
    body = requests.post(URL, json=user, timeout=30).json()
    if body.get("error_code", "0") != "0":
        raise _error(body)
    return body["_id"]


def _shown(body):
    error = body.get("error")
    return f"{body.get('error_code')}: {error}" if error else "nothing said"


def active(user):
    body = requests.get(f"{URL}/{user}", timeout=30).json()
    if body.get("error_code", "0") != "0":
        raise RuntimeError(_shown(body))
    return "ACTIVE" in str(body.get("permission", "")).upper()
