# errpact: provider=klavi
"""However the words turn out, no exception says which code it was; here it is kept on the exception."""

import requests

URL = "http://localhost:8080/v1/report"


class Failed(Exception):
    pass


class WrongPassword(Failed):
    pass


class Refused(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def report(form):
    body = requests.post(URL, json=form, timeout=30).json()
    if body["code"] in (200, 201, 202, 203):
        return body["data"], body["code"]
    if "password" in body.get("message", "").lower():  # error: EP305
        raise WrongPassword("the bank refused the password")
    raise Failed("no report")  # error: EP203


def report_with_code(form):
    body = requests.put(URL, json=form, timeout=30).json()
    if body["code"] in (200, 201, 202, 203):
        return body["data"], body["code"]
    raise Refused(body["code"])
