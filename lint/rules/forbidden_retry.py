"""An automatic resend of the same request for a case whose documentation forbids it.

Wrong credentials, a malformed request or a missing permission don't mend themselves. Sending the same request again
costs quota at best; at worst the bank locks the end user's account. It is forbidden where the page says never to
resend, and where it asks for an action first (correct the request, enter new credentials, pass a second factor). A
token refresh or a corrected request between two attempts makes the second one a different request: that is no retry.
Where the page is silent on resending but names such a cause, the finding is a warning.

Bad:

    import time

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


    def accounts_with_retry(token):
        for attempt in range(3):
            try:
                return accounts(token)
            except FlanksError:
                if attempt == 2:
                    raise
                time.sleep(60)

Good:

    import time

    import requests

    TRANSIENT = {20001, 50001}


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


    def accounts_with_retry(token):
        for attempt in range(3):
            try:
                return accounts(token)
            except FlanksError as error:
                if error.code not in TRANSIENT or attempt == 2:
                    raise
                time.sleep(60)

Known misses:

Retries made elsewhere (a scheduler, a queue that delivers again, the caller of an HTTP endpoint of yours);
predicates read from a database or an environment variable; calls whose provider can't be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...contracts import Basis
from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from ..resends import Resend
from ..settling import Settled
from . import Rule

RULE: Final = Rule(
    code="EP101",
    name="forbidden-retry",
    severity=Severity.ERROR,
    summary="an automatic resend of the same request for a case whose documentation forbids it",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per place that decides on a resend."""
    for severity, meaning in (("error", False), ("warning", True)):

        def forbidden(resend: Resend, meaning: bool = meaning) -> int:
            if resend.number != 1 or resend.remedy:
                return 0
            return resend.mask & resend.domain.mask(
                lambda r: r.point.policy.forbids_resend and (r.point.policy.basis is Basis.MEANING) is meaning
            )

        settled = Settled(judged, forbidden)
        for resend in judged.resends:
            for mask, certain in settled.split(resend, settled.wrong(resend)):
                yield Draft(
                    resend.site,
                    resend.domain,
                    mask,
                    f"the same request is sent again by itself ({_times(resend)})",
                    "stop at these codes: let only the documented transient ones back to the request",
                    certain,
                    resend.events(mask),
                    severity=severity,
                )


def _times(resend: Resend) -> str:
    if resend.endless:
        return "without end"
    if resend.total == 1:
        return "once more"
    return f"{resend.total}{resend.more} times" if resend.more else f"up to {resend.total} more times"
