"""What the collector needs from the outside."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Protocol


class Clock(Protocol):
    def now(self) -> datetime: ...

    async def sleep(self, seconds: float) -> None: ...


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(timezone.utc)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class ReportGateway(Protocol):
    async def connect(self, login: "BankLogin") -> "Reply": ...


@dataclass(frozen=True, slots=True)
class BankLogin:
    cpf: str
    institution: str
    username: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    code: int
    message: str
    data: dict[str, Any]
