"""Connects a customer's bank account."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import httpx

from errors import KlaviForm, KlaviPassing, error_from
from resilience import Bulkhead, RetryPolicy

log = logging.getLogger(__name__)

persistent = RetryPolicy(on=KlaviPassing)


@dataclass(frozen=True)
class Connected:
    report_id: str
    accounts: int
    transactions: int


@dataclass(frozen=True)
class AskAgain:
    code: int
    hint: str


class BankConnector:
    def __init__(self, http: httpx.Client, bulkhead: Bulkhead | None = None) -> None:
        self.http = http
        self.bulkhead = bulkhead or Bulkhead(8)

    @persistent
    def _login(self, cpf: str, institution: str, credentials: dict[str, str]) -> dict[str, Any]:
        with self.bulkhead.slot():
            response = self.http.post(
                "/open-data/v1/connections",
                json={"cpf": cpf, "institution": institution, **credentials},
                timeout=httpx.Timeout(60, connect=5),
            )
        body = response.json()
        if 200 <= int(body.get("code", -1)) < 300:
            return body.get("data") or {}
        raise error_from(body)

    def connect(self, cpf: str, institution: str, credentials: dict[str, str]) -> Connected | AskAgain:
        try:
            data = self._login(cpf, institution, credentials)
        except KlaviForm as error:
            log.info("form of %s: %s", institution, error)
            return AskAgain(error.code, error.message)
        return Connected(data.get("report_id", ""), len(data.get("accounts", [])), len(data.get("transactions", [])))
