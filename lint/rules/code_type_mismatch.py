"""An int is compared with a string: the branch is never taken.

JSON keeps numbers and strings apart, and so does Python: `20003 == "20003"` is false without a word. The documented
type of the code decides which literal is right.

Bad:

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


    def accounts_or_delay(token):
        try:
            return accounts(token)
        except FlanksError as error:
            if error.code == "20003":
                raise TimeoutError("the account is under review") from error
            raise

Good:

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


    def accounts_or_delay(token):
        try:
            return accounts(token)
        except FlanksError as error:
            if error.code == 20003:
                raise TimeoutError("the account is under review") from error
            raise

Known misses:

Providers whose page doesn't say the type of the code: both readings are then possible, and neither is reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..comparisons import literals
from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from . import Rule

RULE: Final = Rule(
    code="EP302",
    name="code-type-mismatch",
    severity=Severity.ERROR,
    summary="an int is compared with a string: the branch is never taken",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per comparison whose literal has another type than the field: it never matches."""
    for literal in literals(judged):
        if literal.kind == "mismatch":
            yield Draft(
                literal.site,
                literal.domain,
                literal.mask,
                f"{literal.shown} is compared with the {literal.field}, which is {literal.actual}: it never matches",
                f"write {literal.mend}",
                names=literal.all,
            )
