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

Replies that are stored unread and judged later; checks in code outside the project. What a program's
entry point prints of a reply counts as told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from ..outcomes import checked, outcomes_of
from . import Rule

RULE: Final = Rule(
    code="EP201",
    name="unhandled-code",
    severity=Severity.ERROR,
    summary="documented error cases that the client takes for success",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per place where errors go on as if they were data."""
    for outcome in outcomes_of(judged):
        mask = outcome.mask & outcome.end.domain.errors
        if not mask:
            continue
        if outcome.kind == "unhandled":
            what = (
                "goes on as if it had succeeded"
                if outcome.end.domain.cases(mask)[1:] == []
                else "go on as if they had succeeded"
            )
        elif outcome.kind == "crash" and not checked(judged, outcome):
            what = f"the reply is used with no check at all, which ends in a {outcome.exc}"
        else:
            continue
        yield Draft(
            outcome.site,
            outcome.end.domain,
            mask,
            what,
            "raise an error that carries the code before the reply is used",
            outcome.certain,
            outcome.end.path(mask),
        )
