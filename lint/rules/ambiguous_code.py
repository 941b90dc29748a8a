"""The client decides on a code alone where a second field changes what must be done.

Some providers say in one field what went wrong and in another what to do about it. The same code then means "never
again" today and "in four hours" tomorrow; only the second field tells.

Bad:

    import time

    import requests


    class KhipuError(Exception):
        def __init__(self, error):
            super().__init__(error["Code"])
            self.code = error["Code"]
            self.advice = error["Type"]


    def movements(token, bank):
        for attempt in range(2):
            response = requests.post(
                f"https://api.khipu.com/v1/cl/banks/{bank}/movements",
                headers={"Authorization": f"Bearer {token}"},
                timeout=60,
            )
            body = response.json()
            if body["Status"] == "OK":
                return body["Data"]["Movements"]
            error = body["Error"]
            if not error["Code"].startswith("E2") or attempt == 1:
                raise KhipuError(error)
            time.sleep(5)

Good:

    import time

    import requests


    class KhipuError(Exception):
        def __init__(self, error):
            super().__init__(error["Code"])
            self.code = error["Code"]
            self.advice = error["Type"]


    def movements(token, bank):
        for attempt in range(2):
            response = requests.post(
                f"https://api.khipu.com/v1/cl/banks/{bank}/movements",
                headers={"Authorization": f"Bearer {token}"},
                timeout=60,
            )
            body = response.json()
            if body["Status"] == "OK":
                return body["Data"]["Movements"]
            error = body["Error"]
            if error["Type"] != "RETRY_IMMEDIATELY" or attempt == 1:
                raise KhipuError(error)
            time.sleep(5)

Known misses:

Decisions that a stored copy of the code takes in another program.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Iterator
from typing import Final

from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from ..resends import Resend
from . import Rule

RULE: Final = Rule(
    code="EP205",
    name="ambiguous-code",
    severity=Severity.ERROR,
    summary="the client decides on a code alone where a second field changes what must be done",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per resend that is decided without the field which says whether it may be."""
    if any(field == "advice" for _, field in judged.facts.comparisons):
        return
    for resend in judged.resends:
        if resend.number != 1 or resend.remedy or not resend.domain.contract.advices:
            continue
        allowed: set[object] = set()
        forbidden: set[object] = set()
        for reply in resend.domain.members(resend.mask):
            (forbidden if reply.point.policy.forbids_resend else allowed).add(reply.point.code)
        both = resend.domain.mask(lambda r, a=allowed & forbidden: r.point.code in a) & resend.mask
        if both:
            yield Draft(
                resend.site,
                resend.domain,
                both,
                _decided(judged, resend),
                "decide on the retry advice",
                resend.certain,
                resend.events(both),
            )


def _decided(judged: Judgement, resend: Resend) -> str:
    """On what the resend is decided, told from which errors of the operation are resent there and which are not."""
    errors = resend.domain.errors
    mine = (r for r in judged.resends if r.run is resend.run and r.site == resend.site and r.domain is resend.domain)
    again = functools.reduce(operator.or_, (r.mask for r in mine), 0) & errors
    ends = (e.mask for e in judged.ends_of(resend.run) if e.domain is resend.domain)
    leave = functools.reduce(operator.or_, ends, 0) & errors & ~again
    codes, others = ({r.point.code for r in resend.domain.members(mask)} for mask in (again, leave))
    if not leave:
        return "every error is resent, though another field says whether that is allowed"
    on = "on the code alone, though another field" if codes.isdisjoint(others) else "without the field that"
    return f"the resend is decided {on} says whether it is allowed"
