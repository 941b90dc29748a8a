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
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final

from ...contracts import Kind
from ...contracts.wording import names_state
from ..draft import Draft
from ..finding import Severity
from ..flow.outside import WARN
from ..flow.values import Const, Value, narrow
from ..judgement import End, Judgement
from ..outcomes import Outcome, outcomes_of
from ..shapes import gives_data, raw_body, shape
from . import Rule

RULE: Final = Rule(
    code="EP202",
    name="partial-as-success",
    severity=Severity.ERROR,
    summary="documented partial or pending results taken as complete",
)


DONE: Final = re.compile(
    r"paid|\bpag[oa]\b|liquid|settl|complet|conclu|done|final|succe|suces|[eé]xito|confirm|executed|booked|approv|aprov",
    re.IGNORECASE,
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per place where a partial or pending result goes on as a complete one."""
    outcomes = [o for o in outcomes_of(judged) if o.mask & o.end.domain.unfinished]
    spared = _spared(outcomes)
    for outcome in outcomes:
        end = outcome.end
        mask = outcome.mask & end.domain.unfinished
        if outcome.kind != "unhandled":
            continue
        doubtful = 0 if outcome.certain else mask & spared[id(end.run), end.state.target]
        for bits, sure in ((mask & ~doubtful, True), (doubtful, False)):
            if bits:
                yield Draft(
                    outcome.site,
                    end.domain,
                    bits,
                    "taken for a complete result"
                    + (f", which is a {outcome.exc} where the data isn't there yet" if outcome.exc else ""),
                    "keep it apart from success: a state of its own, a warning, or an error",
                    sure and not _may_be_known(judged, end, bits),
                    end.path(bits),
                )


def _spared(outcomes: Iterable[Outcome]) -> dict[Any, int]:
    """For each request of a root the points that may end otherwise: what is taken for complete on every path is so,
    whatever the paths hang on."""
    found: dict[Any, int] = defaultdict(int)
    for outcome in outcomes:
        if outcome.kind != "unhandled" or outcome.end.state.pruned:
            found[id(outcome.end.run), outcome.end.state.target] |= outcome.mask
    return found


def _may_be_known(judged: Judgement, end: End, mask: int) -> bool:
    """Whether somebody may know that the result isn't complete, or nobody needs to."""
    members = list(end.domain.members(mask))
    value = narrow(end.value, mask)
    # What only the HTTP status says may also stand in the data that is handed on.
    coded = any(r.point.code is not None for r in members)
    if not coded and (judged.reads_only(end) or gives_data(judged.interp, end.state.fork(mask), value)):
        return True
    # Who names the status beside those of successes, and hands on nothing of the reply, says that it was accepted.
    if not coded and _named(judged, end, {r.point.status for r in members}):
        return True
    # "sent", or nothing at all, is also true of a request that was only accepted.
    if not coded and not _says_done(judged, end, value):
        return True
    # Whether a pending result has become final is asked of its data, somewhere.
    if _asks_state(judged, end):
        return True
    # The caller is warned.
    if any(effect.name == WARN for effect in end.state.effects):
        return True
    # The page shows it where certain data are given: elsewhere it doesn't say that it may come.
    if _gives_other_data(judged, end, _gives(end, mask)):
        return True
    # What is handed on as it came may be asked later what is asked elsewhere.
    if end.state.target and raw_body(value, mask, end.state.target[0]) and _asks_for_it(judged, end, mask):
        return True
    # Where some data are missing, but none is used, nothing incomplete is taken for complete.
    partial = all(r.point.case and r.point.case.kind is Kind.PARTIAL for r in members)
    return partial and not end.state.effects and isinstance(value, Const)


def _says_done(judged: Judgement, end: End, value: Value) -> bool:
    """Whether a word in the result, or in what is done with it, says that something came to its end."""
    st = end.state
    told = [value, *(v for effect in st.effects for v in effect.values)]
    words = [repr(shape(judged.interp, st, v)) for v in told]
    return any(DONE.search(word) for word in (*words, *(effect.name for effect in st.effects)))


def _named(judged: Judgement, end: End, statuses: set[int]) -> bool:
    """Whether the project names all of some HTTP statuses where it looks at one."""
    named = (
        set(fact.literals)
        for (_, field), fact in judged.facts.comparisons.items()
        if field == "status" and fact.domain is end.domain
    )
    return any(statuses <= literals for literals in named)


def _gives(end: End, mask: int) -> set[str]:
    """The places of the data that the page shows in each such result."""
    shown = (e.properties for r in end.domain.members(mask) for e in (r.point.envelope,) if e is not None)
    return {p.pointer for properties in shown for p in properties if p.field is None and p.required}


def _gives_other_data(judged: Judgement, end: End, given: set[str]) -> bool:
    """Whether the operation isn't one that gives these data, as far as the program knows: it reads them of another's
    result."""
    anywhere = {p for pointers in judged.facts.unfinished.values() for p in pointers}
    return bool(given & anywhere) and not given <= judged.unfinished_reads(end)


def _documented(end: End) -> set[str]:
    return {p.pointer for e in end.domain.contract.envelopes for p in e.properties}


def _asks_for_it(judged: Judgement, end: End, mask: int) -> bool:
    """Whether the project asks somewhere whether a result is such a one."""
    return any(
        fact.hits & mask and not fact.hits & ~end.domain.unfinished
        for fact in judged.facts.comparisons.values()
        if fact.domain is end.domain
    )


def _asks_state(judged: Judgement, end: End) -> bool:
    """Whether somewhere a status among such a result's data is read that the page doesn't describe:
    `body["recent_status"]`."""
    read = judged.unfinished_reads(end) - _documented(end)
    return any(names_state(pointer.rpartition("/")[2]) for pointer in read)
