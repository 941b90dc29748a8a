"""From the code of the Flanks Link widget to the first list of accounts."""
from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NewType

from api import Answer, Wire

Credential = NewType("Credential", str)


class Status(StrEnum):
    PROCESSING = "20002"
    CONFIGURATION = "40001"
    BANK = "50001"
    CREDENTIALS = "50002"
    SCA = "50003"


class FlanksProblem(Exception):
    def __init__(self, answer: Answer) -> None:
        super().__init__(f"flanks {answer.status} ({answer.error_code}): {answer.text}")
        self.answer = answer


class NotReadyYet(FlanksProblem): ...


@dataclass(frozen=True, slots=True)
class Polling:
    every: float = 15.0
    times: int = 20


@dataclass(frozen=True, slots=True)
class Onboarding:
    wire: Wire
    polling: Polling = Polling()
    sleep: Callable[[float], None] = time.sleep

    def exchange(self, code: str) -> Credential:
        answer = self.wire.post("/v0/platform/link-code/exchange", {"code": code})
        if not answer.ok:
            raise FlanksProblem(answer)
        return Credential(answer.body["credentials_token"])

    def _accounts(self, credential: Credential) -> list[dict[str, Any]]:
        answer = self.wire.post("/v0/bank/credentials/account", {"credentials_token": credential})
        if answer.ok:
            return answer.body.get("items", [])
        if answer.error_code == Status.PROCESSING:
            raise NotReadyYet(answer)
        raise FlanksProblem(answer)

    def accounts(self, credential: Credential) -> list[dict[str, Any]]:
        last: NotReadyYet | None = None
        for _ in range(self.polling.times):
            try:
                return self._accounts(credential)
            except NotReadyYet as exc:
                last = exc
                self.sleep(self.polling.every)
        assert last is not None
        raise last

    def onboard(self, code: str) -> list[dict[str, Any]]:
        return self.accounts(self.exchange(code))
