"""Async client for bank statements: `fetch` answers, parks or raises."""
from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import stamina

from model import Envelope, Handling, KhipuError


class StatementFailed(Exception):
    def __init__(self, error: KhipuError) -> None:
        super().__init__(f"{error.code}/{error.type}: {error.description}")
        self.error = error


class StaleJwt(StatementFailed):
    pass


@dataclass(frozen=True, slots=True)
class Rows:
    rows: list[dict[str, Any]]
    remark: KhipuError | None = None


@dataclass(frozen=True, slots=True)
class Parked:
    until: datetime
    error: KhipuError


def safe_to_repeat(exc: Exception) -> bool:
    match exc:
        case StaleJwt():
            return False
        case StatementFailed(error=KhipuError(handling=Handling.RETRY_IMMEDIATELY)):
            return True
        case httpx.ConnectError() | httpx.ConnectTimeout():
            return True
    return False


class Statements:
    def __init__(self, mint: Callable[[], Awaitable[str]], base_url: str = "https://api.khipu.com") -> None:
        self.mint = mint
        self.http = httpx.AsyncClient(base_url=base_url, timeout=120)
        self.jwt: str | None = None

    @stamina.retry(on=safe_to_repeat, attempts=4, wait_initial=0.5, wait_max=8)
    async def _ask(self, bank: str, payload: dict[str, str]) -> Envelope:
        if self.jwt is None:
            self.jwt = await self.mint()
        resp = await self.http.post(
            f"/v1/cl/banks/{bank}/statements", json=payload, headers={"Authorization": f"Bearer {self.jwt}"}
        )
        envelope = Envelope.model_validate_json(resp.content)
        if envelope.error is None:
            return envelope
        if envelope.error.code == "A000" and envelope.error.handling is not Handling.WAIT_4_HOURS_BEFORE_RETRY:
            raise StaleJwt(envelope.error)
        raise StatementFailed(envelope.error)

    async def fetch(self, bank: str, rut: str, password: str, month: str) -> Rows | Parked:
        payload = {"Username": rut, "Password": password, "Month": month}
        try:
            try:
                envelope = await self._ask(bank, payload)
            except StaleJwt:
                self.jwt = await self.mint()
                envelope = await self._ask(bank, payload)
        except StatementFailed as failed:
            error = failed.error
            if error.handling is Handling.WAIT_4_HOURS_BEFORE_RETRY:
                return Parked(datetime.now(UTC) + timedelta(hours=4), error)
            if error.code.startswith("E3"):
                return Rows([], remark=error)
            raise
        return Rows((envelope.data or {}).get("Movements", []))
