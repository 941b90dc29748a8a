"""Adapter: one HTTP exchange with Klavi, no opinion about the outcome."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, Self

import httpx

log = logging.getLogger("income.klavi")

SANDBOX = "https://api-sandbox.klavi.ai"


@dataclass(frozen=True, slots=True)
class KlaviReply:
    http_status: int
    code: int | None
    message: str
    data: dict[str, Any]

    @classmethod
    def read(cls, response: httpx.Response) -> Self:
        try:
            body = response.json()
        except ValueError:
            body = None
        if not isinstance(body, dict):
            return cls(response.status_code, None, response.text[:200], {})
        raw = str(body.get("code", ""))
        data = body.get("data")
        return cls(
            http_status=response.status_code,
            code=int(raw) if raw.isdecimal() else None,
            message=str(body.get("message", "")),
            data=data if isinstance(data, dict) else {},
        )


class KlaviOpenData:
    def __init__(self, token: str, base_url: str = SANDBOX, timeout: float = 45.0) -> None:
        self._http = httpx.Client(
            base_url=base_url, timeout=timeout, headers={"Authorization": f"Bearer {token}"}
        )

    def income_report(self, cpf: str, institution: str, reference: str) -> KlaviReply:
        response = self._http.post(
            "/open-data/v1/reports/income",
            json={"cpf": cpf, "institutionCode": institution, "externalId": reference},
        )
        reply = KlaviReply.read(response)
        log.info(
            "klavi.reply",
            extra={"reference": reference, "klavi_code": reply.code, "http_status": reply.http_status},
        )
        return reply

    def close(self) -> None:
        self._http.close()
