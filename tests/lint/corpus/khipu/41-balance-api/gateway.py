from __future__ import annotations

import logging

import backoff
import requests

from schemas import Balance, Envelope, ErrorBody

logger = logging.getLogger(__name__)


class KhipuError(Exception):
    def __init__(self, error: ErrorBody, operation_id: str | None) -> None:
        super().__init__(f"{error.code}/{error.kind}: {error.text}")
        self.code = error.code
        self.kind = error.kind
        self.text = error.text
        self.operation_id = operation_id


def _hopeless(exc: KhipuError) -> bool:
    return exc.kind == "DO_NOT_RETRY"


class KhipuGateway:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers["Authorization"] = "Bearer " + token

    @backoff.on_exception(backoff.expo, KhipuError, max_tries=5, factor=2, giveup=_hopeless, logger=logger)
    def _request(self, path: str, body: dict[str, str]) -> dict:
        reply = self.http.post(f"{self.base_url}{path}", json=body, timeout=100)
        envelope = Envelope.model_validate(reply.json())
        if envelope.status == "ERROR":
            raise KhipuError(envelope.error, envelope.operation_id)
        return envelope.data or {}

    def balances(self, bank: str, user: str, password: str) -> list[Balance]:
        data = self._request(f"/v1/cl/banks/{bank}/balances", {"Username": user, "Password": password})
        return [
            Balance(account=row["Number"], currency=row.get("Currency", "CLP"), amount=row["Available"])
            for row in data.get("Accounts", [])
        ]
