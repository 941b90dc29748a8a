"""Documented partial or pending results taken as complete.

A success status doesn't always mean that the work is done: a token may still be held back, a report may lack a
source. Taken as complete, the missing half shows up much later, as wrong figures.

Bad:

    import requests


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body


    def connect(code):
        response = requests.post("https://api.flanks.io/v0/platform/link", json={"code": code}, timeout=30)
        body = response.json()
        if response.status_code >= 400:
            raise FlanksError(response.status_code, body)
        return body["credentials_token"]

Good:

    import requests


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body


    class UnderReview(FlanksError):
        '''The token can't be used yet.'''


    def connect(code):
        response = requests.post("https://api.flanks.io/v0/platform/link", json={"code": code}, timeout=30)
        body = response.json()
        if response.status_code == 202:
            raise UnderReview(response.status_code, body)
        if response.status_code != 200:
            raise FlanksError(response.status_code, body)
        return body["credentials_token"]

Known misses:

Callers that look at a state of their own which was stored from the reply in a database. Where the project reads
a status that the page doesn't describe of a reply about the same resource, whether it is final may stand there: that is
possible only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...contracts import Kind
from ..finding import Severity
from ..flow.values import Const, narrow
from ..judgement import Draft, End, Judgement
from ..outcomes import outcomes_of
from ..shapes import gives_data
from . import Rule

RULE: Final = Rule(
    code="EP202",
    name="partial-as-success",
    severity=Severity.ERROR,
    summary="documented partial or pending results taken as complete",
)


STATE: Final = re.compile(r"status|state(?!ment)|pending|settled|estado|situa", re.IGNORECASE)
"""In names of data that say how far something has come."""


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per place where a partial or pending result goes on as a complete one."""
    for outcome in outcomes_of(judged):
        end = outcome.end
        mask = outcome.mask & end.domain.unfinished
        if outcome.kind == "unhandled" and mask:
            # What only the HTTP status says may also stand in the data that is handed on.
            coded = any(r.point.code is not None for r in end.domain.members(mask))
            told = not coded and (
                judged.reads_only(end) or gives_data(judged.interp, end.state.fork(mask), narrow(end.value, mask))
            )
            # Whether a pending result has become final is asked of its data, somewhere.
            asked = _asks_state(judged, end)
            # Where some data are missing, but none is used, nothing incomplete is taken for complete.
            partial = all(r.point.case and r.point.case.kind is Kind.PARTIAL for r in end.domain.members(mask))
            unused = partial and not end.state.effects and isinstance(narrow(end.value, mask), Const)
            yield Draft(
                outcome.site,
                end.domain,
                mask,
                "taken for a complete result"
                + (f", which is a {outcome.exc} where the data isn't there yet" if outcome.exc else ""),
                "keep it apart from success: a state of its own, a warning, or an error",
                outcome.certain and not told and not asked and not unused,
                end.path(mask),
            )


def _asks_state(judged: Judgement, end: End) -> bool:
    """Whether somewhere a status among such a result's data is read that the page doesn't describe:
    `body["recent_status"]`."""
    documented = {p.pointer for e in end.domain.contract.envelopes for p in e.properties}
    read = judged.unfinished_reads(end) - documented
    return any(STATE.search(pointer.rpartition("/")[2]) for pointer in read)
