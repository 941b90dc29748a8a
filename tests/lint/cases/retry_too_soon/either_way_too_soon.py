# errpact: provider=khipu
"""Whatever the text says, it is sent again within seconds; where only one of two ways does so, the page leaves it open."""

import time

import requests

URL = "http://localhost:8080/v1/statement"


class KhipuError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Transient(KhipuError):
    pass


class UnderRepair(Transient):
    pass


KINDS = {"RETRY_IMMEDIATELY": Transient, "WAIT_4_HOURS_BEFORE_RETRY": UnderRepair}


def ask(payload):
    body = requests.post(URL, json=payload, timeout=30).json()
    if body["Status"] == "ERROR":
        kind = KINDS.get(body["Error"]["Type"], KhipuError)
        if "try again" in body["Error"]["Description"]:  # error: EP305
            kind = Transient
        raise kind(body["Error"]["Code"])
    return body["Data"]


def statement(month):
    for _ in range(3):
        try:
            return ask({"Period": month})
        except Transient:
            time.sleep(20)  # error: EP102
    raise TimeoutError


def statement_with_care(month):
    for _ in range(3):
        try:
            return ask({"Period": month, "all": True})
        except UnderRepair:
            time.sleep(4 * 60 * 60)
        except Transient:
            time.sleep(20)
    raise TimeoutError
