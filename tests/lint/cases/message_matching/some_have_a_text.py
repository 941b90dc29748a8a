# errpact: provider=brick
"""What is a documented text for some errors, and open for others, is looked at as a text."""

import requests

URL = "http://localhost:8080/open-banking/accounts/v2/accounts"


class BrickError(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status}: {body}")
        self.status = status
        self.code = body.get("code")
        self.detail = body.get("detail") or body.get("message") or ""
        self.label = {"DADOS_INVALIDOS": "our fault"}.get(self.code, f"http {status}")


def read(consent):
    reply = requests.get(URL, params={"consentId": consent}, timeout=30)
    if reply.status_code != 200:
        raise BrickError(reply.status_code, reply.json())
    return reply.json()["data"]


def by_its_words(consent):
    try:
        return read(consent)
    except BrickError as error:
        if "não foi encontrado" in error.detail:  # error: EP305
            raise LookupError(error.code) from error
        raise


def by_our_label(consent):
    try:
        return read(consent)
    except BrickError as error:
        if "fault" in error.label:
            raise ValueError(error.code) from error
        raise
