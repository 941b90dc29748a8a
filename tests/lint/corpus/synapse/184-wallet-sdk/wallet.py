from __future__ import annotations

from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from models import Envelope, Transaction, TransactionRequest
from results import Failure, Kind, Ok, Pending, kind_of

M = TypeVar("M", bound=BaseModel)


class Wallet:
    """A user's wallet. The caller brings the idempotency key: it has to outlive a restart of the caller."""

    def __init__(self, http: httpx.Client, user_id: str, node_id: str) -> None:
        self._http = http
        self._path = f"/users/{user_id}/nodes/{node_id}/trans"

    @classmethod
    def open(
        cls, gateway: str, user_key: str, user_id: str, node_id: str, base_url: str = "https://api.synapsefi.com/v3.1"
    ) -> Wallet:
        headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key}
        return cls(httpx.Client(base_url=base_url, headers=headers, timeout=45), user_id, node_id)

    def send_money(self, order: TransactionRequest, *, key: str) -> Ok[Transaction] | Pending | Failure:
        headers = {"X-SP-IDEMPOTENCY-KEY": key}
        return self._exchange(Transaction, "POST", self._path, json=order.wire(), headers=headers)

    def transaction(self, trans_id: str) -> Ok[Transaction] | Pending | Failure:
        return self._exchange(Transaction, "GET", f"{self._path}/{trans_id}")

    def cancel(self, trans_id: str) -> Ok[Transaction] | Pending | Failure:
        return self._exchange(Transaction, "DELETE", f"{self._path}/{trans_id}")

    def _exchange(self, model: type[M], method: str, path: str, **kwargs: Any) -> Ok[M] | Pending | Failure:
        response = self._http.request(method, path, **kwargs)
        try:
            envelope = Envelope.model_validate_json(response.content)
        except ValidationError:
            return Failure(str(response.status_code), "", "not a SynapseFI reply", Kind.OTHER)

        http_code = envelope.http_code or str(response.status_code)
        error_code = envelope.error_code
        extra = envelope.model_extra or {}
        match http_code, error_code:
            case "200", "0" if response.status_code == 200:
                try:
                    return Ok(model.model_validate(extra))
                except ValidationError as exc:
                    return Failure(http_code, error_code, f"unexpected content: {exc.error_count()} problems")
            case ("202", _) | (_, "10"):
                return Pending(http_code, error_code, extra.get("_id"))
            case _ if response.status_code == 202:
                return Pending(http_code, error_code, extra.get("_id"))
            case _:
                return Failure(http_code, error_code, envelope.message, kind_of(http_code, error_code))
