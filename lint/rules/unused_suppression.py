"""A suppression comment that silences nothing, names an unknown rule, or lacks a required reason.

A comment that stays when its finding is gone hides the next one. `--fix` removes what is unused. With
`require-reason = true` in `[tool.errpact]` each suppression must say why. A rule that takes no part in a run
(`--select`, `--ignore`) is not judged.

Bad:

    import requests


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body


    def accounts(token):
        response = requests.post(  # errpact: ignore[EP201] checked by the caller
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        body = response.json()
        if response.status_code != 200:
            raise FlanksError(response.status_code, body)
        return body["accounts"]

Good:

    import requests


    class FlanksError(Exception):
        def __init__(self, status, body):
            super().__init__(f"Flanks answered {status}")
            self.status = status
            self.body = body


    def accounts(token):
        response = requests.post(
            "https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30
        )
        body = response.json()
        if response.status_code != 200:
            raise FlanksError(response.status_code, body)
        return body["accounts"]

Known misses:

Suppressions in files that were not asked for.
"""

from __future__ import annotations

from typing import Final

from ..finding import Severity
from . import Rule

RULE: Final = Rule(
    code="EP901",
    name="unused-suppression",
    severity=Severity.WARNING,
    summary="a suppression comment that silences nothing, names an unknown rule, or lacks a required reason",
)
