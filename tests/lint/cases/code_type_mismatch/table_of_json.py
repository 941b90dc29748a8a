# errpact: provider=flanks
"""The keys of a JSON table are texts, also where they look like numbers."""

import json

import requests

URL = "https://api.flanks.io/v0/platform/link"

TEXT = """
{
  "20001": {"state": "broken"},
  "20002": {"state": "pending"},
  "20003": {"state": "pending"},
  "40001": {"state": "broken"},
  "50001": {"state": "later"},
  "50002": {"state": "ask-user"},
  "50003": {"state": "ask-user"}
}
"""
AS_WRITTEN = json.loads(TEXT)
BY_NUMBER = {int(code): info["state"] for code, info in json.loads(TEXT).items()}


class FlanksProblem(Exception):
    def __init__(self, status, body, state):
        super().__init__(f"{status} {body.get('error_code')}")
        self.status = status
        self.body = body
        self.state = state


def by_number(code):
    response = requests.post(URL, json={"code": code}, timeout=20)
    body = response.json()
    state = BY_NUMBER.get(body.get("error_code"))
    if state is not None or not response.ok:
        raise FlanksProblem(response.status_code, body, state)
    return body["credentials_token"]


def as_text(code):
    response = requests.post(URL, json={"code": code, "text": True}, timeout=20)
    body = response.json()
    info = AS_WRITTEN.get(str(body.get("error_code")))
    if info is not None or not response.ok:
        raise FlanksProblem(response.status_code, body, info and info["state"])
    return body["credentials_token"]


def never_found(code):
    response = requests.post(URL, json={"code": code, "raw": True}, timeout=20)
    body = response.json()
    info = AS_WRITTEN.get(body.get("error_code"))  # error: EP302
    if info is not None or not response.ok:  # error: EP202 20003
        raise FlanksProblem(response.status_code, body, info)
    return body["credentials_token"]
