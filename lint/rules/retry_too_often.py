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

from typing import Final

from ..finding import Severity
from . import Rule

RULE: Final = Rule(
    code="EP103",
    name="retry-too-often",
    severity=Severity.ERROR,
    summary="more attempts than documented, or a retry without any bound",
)
