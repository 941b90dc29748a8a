"""The error surfaces without its code, so callers can't tell apart what must be told apart.

"Try again tomorrow", "ask the user for the password" and "call us" are different answers to a customer. A caller
that only learns that something failed can't choose. An exception or result that carries the code, the body or the
response is enough; a sentence in the message is not.

Bad:

    import requests


    class FlanksError(Exception):
        pass


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        if response.status_code != 200:
            raise FlanksError("could not read the accounts")
        return response.json()["accounts"]

Good:

    import requests


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body
            self.code = body.get("error_code")


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        body = response.json()
        if response.status_code != 200:
            raise FlanksError(response.status_code, body)
        return body["accounts"]

Known misses:

Codes that travel by another way (a log that is parsed, a metric); exceptions built by code outside the project.
"""

from __future__ import annotations

from typing import Final

from ..finding import Severity
from . import Rule

RULE: Final = Rule(
    code="EP203",
    name="lossy-error",
    severity=Severity.ERROR,
    summary="the error surfaces without its code, so callers can't tell apart what must be told apart",
)
