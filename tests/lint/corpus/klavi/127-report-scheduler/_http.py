"""Thin HTTP layer over the Klavi Open Data API."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

import httpx
from pydantic import ValidationError

from _errors import InvalidReplyError, KlaviError
from _models import COMPLETENESS, Envelope, Report

DEFAULT_BASE_URL = "https://api.klavi.ai"


class ReportSource(Protocol):
    """Anything that can deliver a report for a CPF."""

    async def report(self, cpf: str) -> Report: ...


class KlaviClient:
    """Async client for the report endpoint."""

    def __init__(self, token: str, *, base_url: str = DEFAULT_BASE_URL, timeout: float = 30.0) -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=timeout,
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        await self._http.aclose()

    async def report(self, cpf: str) -> Report:
        """Fetch the report of one customer; one request, no retry."""
        response = await self._http.get("/open-data/v1/reports", params={"cpf": cpf})
        try:
            envelope = Envelope.model_validate_json(response.content)
        except ValidationError as exc:
            raise InvalidReplyError(None, f"HTTP {response.status_code}", cpf=cpf) from exc
        completeness = COMPLETENESS.get(envelope.code)
        if completeness is None:
            raise KlaviError(envelope.code, envelope.message, cpf=cpf)
        return Report(
            cpf=cpf,
            code=envelope.code,
            completeness=completeness,
            accounts=(envelope.data or {}).get("accounts") or [],
        )
