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

A delay that comes from a function outside the project, or from the reply itself; a wait that another process keeps.
"""

from __future__ import annotations

from typing import Final

from ..finding import Severity
from . import Rule

RULE: Final = Rule(
    code="EP102",
    name="retry-too-soon",
    severity=Severity.ERROR,
    summary="a resend without the documented wait or backoff",
)
