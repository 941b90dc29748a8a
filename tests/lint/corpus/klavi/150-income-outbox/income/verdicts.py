"""From Klavi's Open Data code to what happens to the check.

Kept in one table, because the support team reads it too.
"""
from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from .domain import Owner, State


class Verdict(NamedTuple):
    state: State
    owner: Owner = Owner.NOBODY
    delay: timedelta | None = None


def _failed(owner: Owner, *codes: int) -> dict[int, Verdict]:
    return dict.fromkeys(codes, Verdict(State.FAILED, owner))


VERDICTS: Final[dict[int, Verdict]] = {
    200: Verdict(State.COMPLETE),
    # the crawler is done, but the report has holes: a person looks at it
    201: Verdict(State.INCOMPLETE, Owner.APPLICANT),
    202: Verdict(State.INCOMPLETE, Owner.BANK),
    203: Verdict(State.INCOMPLETE, Owner.BANK),
    # the only case in which waiting is all there is to do
    415: Verdict(State.POSTPONED, Owner.BANK, timedelta(minutes=30)),
    **_failed(Owner.APPLICANT, 402, 405, 406, 407, 408, 409, 410, 413, 414, 416, 417, 418, 419, 420, 433, 434, 435),
    **_failed(Owner.BANK, 403, 432),
    **_failed(Owner.US, 400, 401, 411, 412, 429, 430, 431, 501, 502, 503, 504, 505),
    **_failed(Owner.KLAVI, 404, 500),
}

UNDOCUMENTED: Final = Verdict(State.FAILED, Owner.UNKNOWN)


def verdict_for(code: int | None) -> Verdict:
    return UNDOCUMENTED if code is None else VERDICTS.get(code, UNDOCUMENTED)
