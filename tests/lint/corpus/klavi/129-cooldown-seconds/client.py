"""Klavi connector of the lending platform."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from _errors import CooldownError, IncompleteReportError, KlaviCode, KlaviError
from _retry import COOLDOWNS, build_retrying


@dataclass(frozen=True, slots=True)
class Settings:
    """Connection settings."""

    token: str
    base_url: str = "https://api.klavi.ai"
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class Report:
    """A complete report."""

    report_id: str
    accounts: tuple[dict[str, Any], ...]


def parse(body: dict[str, Any]) -> Report:
    """Turn a reply into a report or raise the matching error."""
    code = int(body["code"])
    message = str(body.get("message", ""))
    match code:
        case KlaviCode.OK:
            data = body["data"]
            return Report(report_id=data["report_id"], accounts=tuple(data.get("accounts", ())))
        case KlaviCode.EXTRA_AUTHORIZATION | KlaviCode.PARTIAL_TRANSACTIONS | KlaviCode.CPF_MISSING:
            raise IncompleteReportError(code, message)
        case _ if code in COOLDOWNS:
            raise CooldownError(code, message)
        case _:
            raise KlaviError(code, message)


class Klavi:
    """Sync facade over the Open Data endpoints."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    def report(self, cpf: str) -> Report:
        """Fetch a report, honouring the cooldowns of Klavi."""
        return build_retrying()(self._request, cpf)

    def _request(self, cpf: str) -> Report:
        response = self._http.get("/open-data/v1/reports", params={"cpf": cpf})
        return parse(response.json())


@contextmanager
def open_klavi(settings: Settings) -> Iterator[Klavi]:
    """Open a connector and close its connections afterwards."""
    with httpx.Client(
        base_url=settings.base_url,
        timeout=settings.timeout,
        headers={"Authorization": f"Bearer {settings.token}"},
    ) as http:
        yield Klavi(http)
