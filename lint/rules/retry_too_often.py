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
from typing import Final

from ...contracts import Kind
from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from . import Rule

RULE: Final = Rule(
    code="EP103",
    name="retry-too-often",
    severity=Severity.ERROR,
    summary="more attempts than documented, or a retry without any bound",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per place: more resends than documented, or no end to them."""
    for resend in judged.resends:
        if resend.number != resend.total or resend.remedy:
            continue
        often = 0
        for i, reply in enumerate(resend.domain.replies):
            policy = reply.point.policy
            if not resend.mask >> i & 1 or policy.forbids_resend or reply.point.kind is Kind.SUCCESS:
                continue
            if resend.endless or (policy.resends is not None and resend.total > policy.resends and policy.schedule):
                often |= 1 << i
        if often and (resend.endless or len(resend.layers) < 2):
            what = (
                "the request is sent again without any bound"
                if resend.endless
                else f"the request is sent again {_count(resend.total)} times, more often than documented"
            )
            yield Draft(
                resend.site if resend.endless else resend.counted_at(judged.around),
                resend.domain,
                often,
                what,
                "bound the attempts, and let the error out in the end",
                resend.certain and (resend.state.certain or not resend.endless),
                resend.events(often),
            )


def _count(total: int) -> str:
    return f"{total}" if total < 12 else "12 or more"
