"""A value of one field is compared with another field.

The HTTP status, the error code and the advice are different fields, each with values of its own. `error_code == 401`
is never true where 401 is a status; `Type == "E101"` is never true where E101 is a code.

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


    def accounts_or_login(token):
        try:
            return accounts(token)
        except FlanksError as error:
            if error.code == 401:
                raise PermissionError("log in again") from error
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


    def accounts_or_login(token):
        try:
            return accounts(token)
        except FlanksError as error:
            if error.status == 401:
                raise PermissionError("log in again") from error
            raise

Known misses:

Values that exist in both fields: which of them was meant can't be told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..comparisons import literals, name_of
from ..draft import Draft
from ..finding import Severity
from ..judgement import Judgement
from . import Rule

RULE: Final = Rule(
    code="EP304",
    name="wrong-field",
    severity=Severity.ERROR,
    summary="a value of one field is compared with another field",
)


def check(judged: Judgement) -> Iterator[Draft]:
    """One draft per comparison of a field with a value that belongs to another."""
    for literal in literals(judged):
        if literal.kind == "field":
            yield Draft(
                literal.site,
                literal.domain,
                0,
                f"{literal.text} is compared with the {literal.field}, but is a value of the {name_of(literal.other)}",
                f"compare it with the {name_of(literal.other)}",
                names=(literal.text,),
            )
