import time

import requests

BASE = "https://api.flanks.io"

PROCESSING = 20002

POLL_SECONDS = 30
POLLS = 40


class FlanksProblem(Exception):
    def __init__(self, status, body):
        self.status = status
        self.body = body
        self.code = body.get("error_code")
        text = body.get("error") or body.get("message") or "?"
        super().__init__("flanks http %s code %s: %s" % (status, self.code, text))


def session_for(access_token):
    s = requests.Session()
    s.headers["Authorization"] = "Bearer " + access_token
    return s


def send(s, base, path, payload):
    """Returns (status, body) and never raises for an error reply."""
    r = s.post(base + path, json=payload, timeout=20)
    try:
        body = r.json()
    except ValueError:
        body = {"error": "not json"}
    if not isinstance(body, dict):
        body = {"error": "not an object"}
    return r.status_code, body


def failed(status, body):
    if status != 200:
        return True
    return "error" in body or "error_code" in body


def wait_until_retrieved(s, base, credentials_token):
    """Polls credentials/status; True when the retrieval is over."""
    for _ in range(POLLS):
        time.sleep(POLL_SECONDS)
        status, body = send(s, base, "/v0/credentials/status", {"credentials_token": credentials_token})
        if failed(status, body):
            if body.get("error_code") == PROCESSING:
                continue
            raise FlanksProblem(status, body)
        if not body.get("pending"):
            return True
    return False


def read(s, path, credentials_token, base=BASE):
    """Body of a data endpoint. Waits for the retrieval once if it is under way."""
    payload = {"credentials_token": credentials_token}
    status, body = send(s, base, path, payload)
    if body.get("error_code") == PROCESSING:
        if wait_until_retrieved(s, base, credentials_token):
            status, body = send(s, base, path, payload)
    if failed(status, body):
        raise FlanksProblem(status, body)
    return body
