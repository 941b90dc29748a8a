"""A resend without the documented wait or backoff.

The page says after which time the same request may succeed. Asking earlier gets the same answer, and some providers
count it against you. What counts is the smallest delay on the way back to the call. Of a documented range the lower
end binds; "later" without a number only forbids no wait at all.

Bad:

    import time

    import requests

    UNDER_REVIEW = 20003


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


    def accounts_after_review(token):
        for attempt in range(5):
            try:
                return accounts(token)
            except FlanksError as error:
                if error.code != UNDER_REVIEW or attempt == 4:
                    raise
                time.sleep(60)

Good:

    import time

    import requests

    UNDER_REVIEW = 20003
    REVIEW_SECONDS = 24 * 60 * 60


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


    def accounts_after_review(token):
        for attempt in range(3):
            try:
                return accounts(token)
            except FlanksError as error:
                if error.code != UNDER_REVIEW or attempt == 2:
                    raise
                time.sleep(REVIEW_SECONDS)

Known misses:

A delay that comes from a function outside the project, or from the reply itself; a wait that another process keeps,
unless one function asks a store for what is due, sends it and puts it back with the time of the next attempt.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...contracts import Policy, duration
from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from ..resends import Resend
from ..settling import Settled
from . import Rule

RULE: Final = Rule(
    code="EP102",
    name="retry-too-soon",
    severity=Severity.ERROR,
    summary="a resend without the documented wait or backoff",
)


TOLERANCE: Final = 0.05


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per place: the shortest gap that falls short."""
    told: dict[tuple[int, object], int] = {}
    settled = Settled(judged, _short)
    for resend in judged.resends:
        gap = resend.gap
        if gap is None:
            continue
        short = settled.wrong(resend)
        # What falls short at the first resend does so at the later ones too: that is one cause.
        root = (id(resend.run), resend.state.target)
        short &= ~told.get(root, 0)
        told[root] = told.get(root, 0) | short
        for mask, certain in settled.split(resend, short):
            needs = {r.point.policy.delay(resend.number) or 0.0 for r in resend.domain.members(mask)}
            most = max(needs)
            # The page gives each code its own wait: one code's hours are not said of another.
            wanted = f"{duration(most)} are documented" if len(needs) == 1 else f"up to {duration(most)} are documented"
            if not most:
                words = {str(r.point.policy.wait) for r in resend.domain.members(mask) if _calendar(r.point.policy)}
                wanted = f"the wait is until {words.pop()}" if len(words) == 1 else "some wait is documented"
            waited = "without any wait" if gap < TOLERANCE / 100 else f"after {duration(round(gap, 2))} at least"
            yield Draft(
                resend.waited_at(judged.around),
                resend.domain,
                mask,
                f"the request is sent again {waited}; {wanted}",
                "wait as long as documented before the resend, or leave the resend to a scheduler that does",
                certain,
                resend.events(mask),
            )


def _short(resend: Resend) -> int:
    """The points for which a resend comes before the documented wait is over."""
    gap = resend.gap
    if gap is None or resend.remedy:
        return 0
    span = resend.span
    return resend.mask & resend.domain.mask(lambda r: falls_short(r.point.policy, resend.number, gap, span))


def _calendar(policy: Policy) -> bool:
    return policy.wait is not None and policy.wait.calendar is not None


def falls_short(policy: Policy, number: int, gap: float, span: float | None) -> bool:
    """Whether a gap before a resend is shorter than documented. Words alone only forbid no wait at all.

    span: seconds since the attempt before the last one, None where there was none or it isn't known.
    """
    if policy.forbids_resend or not policy.needs_wait:
        return False
    if span is not None and policy.in_one_period(span):
        return True
    need = policy.delay(number)
    if need is None:
        return gap <= 0.0
    return gap <= 0.0 if need == 0.0 else gap < need - TOLERANCE
