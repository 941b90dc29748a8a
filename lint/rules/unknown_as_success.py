"""A code that isn't documented yet would pass as success, or be retried.

Providers add codes without asking. A client that lists the codes it refuses takes every new one for success; one
that retries whatever it doesn't know may repeat what must never be repeated. Let the default be an error with its
code.

Bad:

    import requests

    CODES = {20001, 20002, 20003, 40001, 50001, 50002, 50003}


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
        if body.get("error_code") in CODES or response.status_code in (401, 405, 415, 500):
            raise FlanksError(response.status_code, body)
        return body.get("accounts", [])

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

What a new field or a new shape of the body would mean; only codes, advice values and statuses are tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from ..outcomes import outcomes_of
from . import Rule

RULE: Final = Rule(
    code="EP207",
    name="unknown-as-success",
    severity=Severity.WARNING,
    summary="a code that isn't documented yet would pass as success, or be retried",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per place where a code that isn't documented yet would pass, though the documented errors don't."""
    leaky = {
        id(o.end.run)
        for o in outcomes_of(judged)
        if o.kind in ("unhandled", "swallowed") and o.mask & o.end.domain.errors
    }
    for outcome in outcomes_of(judged):
        domain = outcome.end.domain
        mask = outcome.mask & domain.unknown_code
        if outcome.kind == "unhandled" and mask and id(outcome.end.run) not in leaky:
            yield Draft(
                outcome.site,
                domain,
                mask,
                "a code that isn't documented yet would go on as if it had succeeded",
                "let the default raise",
                outcome.certain,
                outcome.end.path(mask),
            )
