# errpact: provider=brick
"""A list of errors that no body has; another module's own list of errors is none of ours."""

import requests

URL = "http://localhost:8080/open-banking/accounts/v2/accounts"


class Refused(Exception):
    def __init__(self, status, code, body):
        super().__init__(status, code)
        self.status = status
        self.code = code
        self.body = body


def accounts():
    response = requests.get(URL, timeout=30)
    body = response.json()
    if response.status_code != 200:
        errors = body.get("errors") or [{}]  # error: EP303
        raise Refused(response.status_code, errors[0].get("code"), body)
    return body["data"]


def form_errors(form):
    return [error["code"] for error in form.get("errors") or []]
