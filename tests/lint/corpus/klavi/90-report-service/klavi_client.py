from __future__ import annotations

import enum
from typing import Any

import httpx
from pydantic import BaseModel, ConfigDict, Field
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from klavi_errors import KlaviError


class Completeness(str, enum.Enum):
    FULL = "full"
    NEEDS_AUTHORIZATION = "needs_authorization"
    TRANSACTIONS_MISSING = "transactions_missing"
    WITHOUT_CPF = "without_cpf"


_COMPLETENESS = {
    200: Completeness.FULL,
    201: Completeness.NEEDS_AUTHORIZATION,
    202: Completeness.TRANSACTIONS_MISSING,
    203: Completeness.WITHOUT_CPF,
}


class _Envelope(BaseModel):
    model_config = ConfigDict(extra="ignore")

    code: int
    message: str = ""
    data: dict[str, Any] = Field(default_factory=dict)


class Report(BaseModel):
    trace_id: str
    completeness: Completeness
    payload: dict[str, Any]


class KlaviClient:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai", timeout: float = 20.0) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            timeout=timeout,
            headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
        )

    @retry(
        retry=retry_if_exception_type((httpx.ConnectError, httpx.ConnectTimeout)),
        stop=stop_after_attempt(4),
        wait=wait_exponential(multiplier=0.5, max=8),
        reraise=True,
    )
    def _get(self, path: str) -> httpx.Response:
        return self._http.get(path)

    def fetch_report(self, trace_id: str) -> Report:
        envelope = _Envelope.model_validate(self._get(f"/data/v1/reports/{trace_id}").json())
        completeness = _COMPLETENESS.get(envelope.code)
        if completeness is None:
            raise KlaviError.for_code(envelope.code, envelope.message)
        return Report(trace_id=trace_id, completeness=completeness, payload=envelope.data)
