from __future__ import annotations

from typing import Any


class FlanksError(Exception):
    action = "look at the log"

    registry: dict[int, type["FlanksError"]] = {}

    def __init_subclass__(cls, code: int) -> None:
        FlanksError.registry[code] = cls

    def __init__(self, code: int, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{code} (HTTP {status}): {body.get('error')}")
        self.code = code
        self.status = status
        self.body = body


class Incomplete(FlanksError, code=20001):
    action = "open a ticket with Flanks"


class BadRequest(FlanksError, code=40001):
    action = "fix the importer"


class BankDown(FlanksError, code=50001):
    action = "next run"


class WrongCredentials(FlanksError, code=50002):
    action = "ask the customer for the credentials"


class ScaRequired(FlanksError, code=50003):
    action = "ask the customer for the second factor"


class StillPending(Exception):
    def __init__(self, code: int | None, polls: int) -> None:
        super().__init__(f"not ready after {polls} polls, last code {code}")
        self.code = code
