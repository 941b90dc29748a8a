"""Documented error cases that the client takes for success.

The reply of an error is used as if it were the data: an empty list of accounts, a token that isn't there. Nobody
notices until a customer does. One finding for each place names the cases that reach it. A check of the HTTP status
covers only cases whose status is documented as an error.

Bad:

    import requests


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        return response.json().get("accounts", [])

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

Replies that are stored unread and judged later; checks in code outside the project.
"""

from __future__ import annotations

from typing import Final

from ..finding import Severity
from . import Rule

RULE: Final = Rule(
    code="EP201",
    name="unhandled-code",
    severity=Severity.ERROR,
    summary="documented error cases that the client takes for success",
)
