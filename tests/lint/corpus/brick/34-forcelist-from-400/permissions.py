"""Asks for consents with the permissions that a product needs."""
from __future__ import annotations

from typing import Any, Iterable

import urllib3


class ConsentRefused(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body


PRODUCTS = {
    "score": ["ACCOUNTS_READ", "ACCOUNTS_BALANCES_READ", "CREDIT_CARDS_ACCOUNTS_READ"],
    "income": ["ACCOUNTS_READ", "ACCOUNTS_TRANSACTIONS_READ"],
}


def permissions_for(products: Iterable[str]) -> list[str]:
    return sorted({permission for product in products for permission in PRODUCTS[product]})


def ask(pool: urllib3.PoolManager, base_url: str, brand: str, products: Iterable[str]) -> str:
    payload = {"brandId": brand, "data": {"permissions": permissions_for(products)}}
    response = pool.request("POST", f"{base_url}/data/consents", json=payload)
    body = response.json()
    if response.status not in (200, 201):
        raise ConsentRefused(response.status, body)
    return body["data"]["consentId"]
