# errpact: provider=synapse
"""A function that makes the body of a login mends nothing, whatever its name; one that stands in for a login may."""

import time

import requests

URL = "http://localhost:8080/v3.1/nodes"


class Refused(Exception):
    def __init__(self, body):
        super().__init__(body["error"]["en"])
        self.code = body["error_code"]


def login_payload(bank, user, password):
    return {"type": "ACH-US", "info": {"bank_name": bank, "bank_id": user, "bank_pw": password}}


def asked(body):
    answer = requests.post(URL, json=body, timeout=30).json()
    if not answer["success"]:
        raise Refused(answer)
    return answer["nodes"]


def link(bank, user, password):
    for pause in (60, 180, 600, None):
        try:
            return asked(login_payload(bank, user, password))
        except Refused as error:
            if pause is None or error.code not in ("500", "503"):  # error: EP101 500
                raise
        time.sleep(pause)


class Desk:
    def login(self, user):
        return user

    def link(self, bank, user, password):
        for pause in (60, 180, 600, None):
            try:
                return asked({"bank_name": bank, "bank_id": user, "bank_pw": password})
            except Refused as error:
                if pause is None or error.code not in ("500", "503"):
                    raise
            self.login(user)
            time.sleep(pause)
