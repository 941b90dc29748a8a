# errpact: provider=flanks
"""A ladder with a hole, and one with a floor."""

import requests


URL = "http://localhost:8080/v0/bank/account"


class Refused(Exception):
    def __init__(self, code, body):
        super().__init__(code)
        self.code = code
        self.body = body


def with_a_hole(token):
    body = requests.post(URL, json={"token": token}, timeout=30).json()
    code = body.get("error_code")
    if code in (20001, 20002, 20003):
        raise Refused(code, body)
    elif code == 40001:  # error: EP201 50001 50002 50003 401 405 415 500
        raise Refused(code, body)
    return {"accounts": body.get("accounts")}


def with_a_floor(token):
    body = requests.post(URL, json={"token": token}, timeout=30).json()
    code = body.get("error_code")
    if code in (20001, 20002, 20003):
        raise Refused(code, body)
    elif code is not None or "error" in body:
        raise Refused(code, body)
    return {"accounts": body.get("accounts")}
