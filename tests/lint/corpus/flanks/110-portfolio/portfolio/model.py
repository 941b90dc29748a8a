from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator


class ErrorCode(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


def _known(value: Any) -> Any:
    return ErrorCode(value) if value in ErrorCode._value2member_map_ else value


class Failure(BaseModel):
    error: str = ""
    message: str = ""
    error_code: Annotated[ErrorCode | int | None, BeforeValidator(_known)] = None
    status: int = 0

    @property
    def text(self) -> str:
        return self.error or self.message


class FlanksFailure(Exception):
    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.status} {failure.error_code!r} {failure.text}")
        self.failure = failure


@dataclass(frozen=True)
class Portfolio:
    positions: list[dict[str, Any]]
    kind: Literal["portfolio"] = "portfolio"


@dataclass(frozen=True)
class Waiting:
    seconds: int
    failure: Failure
    kind: Literal["waiting"] = "waiting"


@dataclass(frozen=True)
class ClientAction:
    screen: Literal["login", "two-factor"]
    failure: Failure
    kind: Literal["client-action"] = "client-action"
