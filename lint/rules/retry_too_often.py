"""More attempts than documented, or a retry without any bound.

A schedule in the documentation has an end: after its last step the page wants you to stop or to call support. And
whatever the policy, a client that never gives up hangs its caller for as long as the provider is down.

Bad:

    import time

    import requests

    BANK_UNREACHABLE = 50001


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


    def accounts_when_bank_is_back(token):
        while True:
            try:
                return accounts(token)
            except FlanksError as error:
                if error.code != BANK_UNREACHABLE:
                    raise
            time.sleep(60)

Good:

    import time

    import requests

    BANK_UNREACHABLE = 50001


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


    def accounts_when_bank_is_back(token):
        for attempt in range(5):
            try:
                return accounts(token)
            except FlanksError as error:
                if error.code != BANK_UNREACHABLE or attempt == 4:
                    raise
            time.sleep(60)

Known misses:

Bounds made of values that only the running program knows; deadlines kept by a clock in another process.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Final

from ...contracts import Kind, Policy
from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from ..resends import Resend
from ..settling import Settled
from . import Rule

RULE: Final = Rule(
    code="EP103",
    name="retry-too-often",
    severity=Severity.ERROR,
    summary="more attempts than documented, or a retry without any bound",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per place: more resends than documented, or no end to them."""
    settled = Settled(judged, _often)
    for resend in judged.resends:
        if not resend.endless and len(resend.layers) > 1:
            continue  # nested-retry says so
        what = (
            "the request is sent again without any bound"
            if resend.endless
            else f"the request is sent again {resend.total}{resend.more} times, more often than documented"
        )
        for mask, sure in settled.split(resend, settled.wrong(resend)):
            yield Draft(
                resend.site if resend.endless else resend.counted_at(judged.around),
                resend.domain,
                mask,
                what,
                "bound the attempts, and let the error out in the end",
                sure and (not resend.endless or (resend.certain and resend.state.certain)),
                resend.events(mask),
            )


def _often(resend: Resend) -> int:
    """The points that a path's last resend comes too often for."""
    if resend.number != resend.total or resend.remedy:
        return 0
    return resend.mask & resend.domain.mask(
        lambda r: (
            not r.point.policy.forbids_resend
            and r.point.kind is not Kind.SUCCESS
            and (resend.endless or _documented(r.point.policy) < resend.total)
        )
    )


def _documented(policy: Policy) -> float:
    """How many resends a policy's schedule has; without a schedule any number."""
    return policy.resends if policy.resends is not None and policy.schedule else inf
