# errpact: provider=brick
"""A reply of a status for which the page has no code carries none of the documented ones, whatever stands in the code's
place: so a class that only some codes get isn't its own."""

import requests
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

URL = "http://localhost:8080/consents/urn:1"
TICKET = {"ERRO_NO_FLUXO_OIDC", "ERRO_FLUXO_DCR"}


class BrickError(Exception):
    def __init__(self, response, code):
        super().__init__(f"{response.status_code} {code}")
        self.response = response
        self.code = code


class Unavailable(BrickError):
    pass


def failure(response):
    body = response.json()
    code = body.get("code") or body.get("error") or ""
    if code in TICKET:
        return BrickError(response, code)
    if code == "ERRO_INTERNO":
        return BrickError(response, code)
    return Unavailable(response, code) if 500 <= response.status_code < 510 else BrickError(response, code)


def once():
    response = requests.get(URL, timeout=30)
    if response.status_code != 200:
        raise failure(response)
    return response.json()["data"]


class Hasty:
    retrying = Retrying(  # error: EP102 500 501 502 503 504 505
        retry=retry_if_exception_type(Unavailable), stop=stop_after_attempt(6), reraise=True
    )

    def read(self):
        return self.retrying(once)


class Patient:
    retrying = Retrying(
        retry=retry_if_exception_type(Unavailable),
        stop=stop_after_attempt(6),
        wait=wait_exponential(multiplier=3, exp_base=2),
        reraise=True,
    )

    def read(self):
        return self.retrying(once)


def of_one_kind():
    """What the page leaves open may be anything else: whether it is something isn't known."""
    response = requests.get(URL, timeout=30)
    if response.status_code != 200:
        code = response.json().get("code")
        if response.status_code == 503 and code:
            response = requests.get(URL, timeout=30)
        if response.status_code != 200:
            raise BrickError(response, code)
    return response.json()["data"]
