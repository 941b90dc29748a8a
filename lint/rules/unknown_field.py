"""The code is read from a place that no envelope has.

A misspelt key gives `None` for every reply, and every branch on it is dead: all errors look alike, or like success.

Bad:

    import requests


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        body = response.json()
        if response.status_code != 200:
            if body.get("errorCode") == 20003:
                raise TimeoutError("the account is under review")
            raise FlanksError(response.status_code, body)
        return body["accounts"]

Good:

    import requests


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        body = response.json()
        if response.status_code != 200:
            if body.get("error_code") == 20003:
                raise TimeoutError("the account is under review")
            raise FlanksError(response.status_code, body)
        return body["accounts"]

Known misses:

Bodies whose shape the page leaves open; keys that are computed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..comparisons import name_of
from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from ..reads import misread
from . import Rule

RULE: Final = Rule(
    code="EP303",
    name="unknown-field",
    severity=Severity.ERROR,
    summary="a code, an advice or a status is read from a place that no envelope has",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per read of a field from a place that no envelope has, where the right place is never read."""
    for site, domain, pointer, right in misread(judged):
        yield Draft(
            site,
            domain,
            domain.errors,
            f"the {name_of(right.field)} is read from {pointer}, where no documented body has it",
            f"read {right.pointer}",
            names=(pointer.rsplit("/", 1)[-1],),
        )
