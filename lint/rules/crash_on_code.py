"""A lookup, cast or call that fails on a documented reply.

Several documented replies lack the field, hold another type in it, or carry a code that a table doesn't list. What
should have become an error of the domain becomes a KeyError or TypeError, far from its cause, and the code is lost.

Bad:

    import requests

    MESSAGES = {
        20001: "the data is not available",
        20002: "the data is being fetched",
        20003: "the account is under review",
        40001: "the request is wrong",
    }


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(MESSAGES[body["error_code"]])
            self.status = status
            self.body = body


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        body = response.json()
        if response.status_code != 200:
            raise FlanksError(response.status_code, body)
        return body["accounts"]

Good:

    import requests

    MESSAGES = {
        20001: "the data is not available",
        20002: "the data is being fetched",
        20003: "the account is under review",
        40001: "the request is wrong",
    }


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(MESSAGES.get(body.get("error_code"), f"Flanks answered {status}"))
            self.status = status
            self.body = body


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        body = response.json()
        if response.status_code != 200:
            raise FlanksError(response.status_code, body)
        return body["accounts"]

Known misses:

Failures that depend on undocumented parts of a body; handlers that catch KeyError on purpose in code outside the
project.
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
    code="EP206",
    name="crash-on-code",
    severity=Severity.ERROR,
    summary="a lookup, cast or call that fails on a documented reply",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per lookup, cast or call that fails on a documented reply, in code that does look at errors."""
    for outcome in outcomes_of(judged):
        mask = outcome.mask & (outcome.end.domain.errors | outcome.end.domain.unfinished)
        if outcome.kind == "crash" and mask and checked(judged, outcome):
            yield Draft(
                outcome.site,
                outcome.end.domain,
                mask,
                f"this ends in a {outcome.exc}, not in an error that carries the code",
                "allow for the reply's documented shape here",
                outcome.certain,
                outcome.end.path(mask),
            )
