# errpact: provider=khipu
"""What stands for a missing value says what was meant; a field of the client's own may have any other default."""

import enum

import requests

URL = "http://localhost:8080/v1/statements"


class Advice(enum.StrEnum):
    STOP = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    LATER = "WAIT_4_HOURS_BEFORE_RETRY"


class KhipuError(Exception):
    def __init__(self, code, advice, language):
        super().__init__(code, advice, language)
        self.code = code
        self.advice = advice
        self.language = language


def statement(rut):
    body = requests.post(URL, json={"Username": rut}, timeout=30).json()
    if body["Status"] == "OK":
        return body["Data"]
    error = body["Error"]
    raise KhipuError(
        error["Code"],
        Advice(error.get("Action", "DO_NOT_RETRY")),  # error: EP303
        error.get("Language", "es"),
    )
