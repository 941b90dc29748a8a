from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import requests

from pix.failures import PixFailure
from pix.schedule import FiftyX

log = logging.getLogger("pix.gateway")


def _observe(failure: PixFailure, retry: int) -> None:
    log.warning("pix.retry", extra={"status": failure.status, "code": failure.code, "retry": retry})


@dataclass(frozen=True)
class Accepted:
    payment_id: str
    status: str
    final: bool


class PixGateway:
    def __init__(self, session: requests.Session, base_url: str) -> None:
        self.session = session
        self.base_url = base_url

    @FiftyX(observe=_observe)
    def initiate(self, order: dict[str, Any], key: str) -> Accepted:
        response = self.session.post(
            f"{self.base_url}/pagamentos/v1/pix", json=order, headers={"x-idempotency-key": key}
        )
        try:
            body = response.json()
        except requests.JSONDecodeError:
            body = {}
        if response.status_code not in (200, 201, 202) or not isinstance(body, dict) or "data" not in body:
            raise PixFailure(response.status_code, body if isinstance(body, dict) else {})
        data = body["data"]
        return Accepted(data.get("paymentId", ""), data.get("status", ""), final=response.status_code != 202)
