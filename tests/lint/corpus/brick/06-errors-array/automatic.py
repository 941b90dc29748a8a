"""Automatic payments (Pix Automático)."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

from ofb import first_code

LIMITS = {"LIMITE_PERIODO_VALOR_EXCEDIDO", "LIMITE_PERIODO_QUANTIDADE_EXCEDIDO"}


class PaymentRefused(Exception):
    def __init__(self, status: int, document: dict[str, Any]) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status
        self.document = document


class OverLimit(PaymentRefused):
    """The customer's own limit; ask for a new consent."""


class AutomaticPayments:
    def __init__(self, base_url: str, token: str) -> None:
        self.url = f"{base_url}/automatic-payments/pix/recurring-payments"
        self.token = token

    def create(self, data: dict[str, Any], key: str) -> str:
        request = urllib.request.Request(self.url, data=json.dumps({"data": data}).encode())
        request.add_header("Authorization", f"Bearer {self.token}")
        request.add_header("x-idempotency-key", key)
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                document = json.load(response)
                if response.status not in (200, 201):
                    raise PaymentRefused(response.status, document)
        except urllib.error.HTTPError as error:
            problem = json.load(error)
            if first_code(problem) in LIMITS:
                raise OverLimit(error.code, problem) from error
            raise PaymentRefused(error.code, problem) from error
        return document["data"]["paymentId"]
