"""A provider error that is caught and dropped.

The handler knows that the provider refused and returns as if it hadn't: the caller gets `None` or an empty list that
looks like an answer. Log lines don't reach the caller.

Bad:

    import logging

    import requests

    log = logging.getLogger(__name__)


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


    def accounts_or_nothing(token):
        try:
            return accounts(token)
        except FlanksError:
            log.exception("Flanks failed")
            return []

Good:

    import logging

    import requests

    log = logging.getLogger(__name__)


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


    def accounts_logged(token):
        try:
            return accounts(token)
        except FlanksError as error:
            log.warning("Flanks failed with %s", error.code)
            raise

Known misses:

Handlers that hand the error to a callback or a queue outside the project; those of a program's entry point that
print it.
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
    code="EP204",
    name="swallowed-error",
    severity=Severity.ERROR,
    summary="a provider error that is caught and dropped",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per handler that drops what it caught."""
    for outcome in outcomes_of(judged):
        mask = outcome.mask & (outcome.end.domain.errors | outcome.end.domain.unfinished)
        if outcome.kind == "swallowed" and mask:
            yield Draft(
                outcome.site,
                outcome.end.domain,
                mask,
                "the error is caught and dropped: the caller sees an ordinary result",
                "raise on, or return a result that says which error it was",
                outcome.certain,
                outcome.end.path(mask),
            )
