from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any


class KhipuFailure(Exception):
    def __init__(self, code: str, advice: str, description: str) -> None:
        super().__init__(f"{code} ({advice}): {description}")
        self.code = code
        self.advice = advice
        self.description = description

    @classmethod
    def parse(cls, document: dict[str, Any]) -> KhipuFailure:
        error = document["Error"]
        return cls(error["Code"], error["Type"], error["Description"])


@dataclass(frozen=True, slots=True)
class SendAgain:
    failure: KhipuFailure


@dataclass(frozen=True, slots=True)
class Postpone:
    failure: KhipuFailure
    pause: timedelta


@dataclass(frozen=True, slots=True)
class ReportNothing:
    failure: KhipuFailure


@dataclass(frozen=True, slots=True)
class GiveUp:
    failure: KhipuFailure


Command = SendAgain | Postpone | ReportNothing | GiveUp

BY_TYPE = {
    "RETRY_IMMEDIATELY": SendAgain,
    "WAIT_4_HOURS_BEFORE_RETRY": lambda failure: Postpone(failure, timedelta(hours=4)),
    "DO_NOT_RETRY": GiveUp,
}


def command_for(failure: KhipuFailure) -> Command:
    command = BY_TYPE.get(failure.advice, GiveUp)(failure)
    if isinstance(command, GiveUp) and failure.code[:2] == "E3":
        return ReportNothing(failure)
    return command
