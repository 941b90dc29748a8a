"""A comparison with a code that the contract doesn't have.

A misspelt or retired code matches nothing: the branch is dead, and the case that it was meant for goes wherever the
rest goes. The message names the nearest documented codes.

Bad:

    import requests

    DELAYED = 20030


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


    def accounts_or_delay(token):
        try:
            return accounts(token)
        except FlanksError as error:
            if error.code == DELAYED:
                raise TimeoutError("the account is under review") from error
            raise

Good:

    import requests

    DELAYED = 20003


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


    def accounts_or_delay(token):
        try:
            return accounts(token)
        except FlanksError as error:
            if error.code == DELAYED:
                raise TimeoutError("the account is under review") from error
            raise

Known misses:

Codes that the provider sends but does not document (extend the contract with them, naming your source).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..comparisons import literals
from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from . import Rule

RULE: Final = Rule(
    code="EP301",
    name="unknown-code",
    severity=Severity.ERROR,
    summary="a comparison with a code that the contract doesn't have",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per comparison with a code or advice that no documented case has."""
    for literal in literals(judged):
        if literal.kind == "unknown":
            hint = f"; the page has {' and '.join(literal.near)}" if literal.near else ""
            yield Draft(
                literal.site,
                literal.domain,
                0,
                f"{literal.text} is compared with the {literal.field}, but isn't documented{hint}",
                f"write {literal.near[0]}"
                if literal.near
                else "remove it, or add it to a contract of your own with its source",
                names=(literal.text, *literal.near),
            )
