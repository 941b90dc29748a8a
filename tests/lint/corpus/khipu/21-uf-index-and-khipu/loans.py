"""Loans of a customer, in pesos."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict

import requests

import indicators


class KhipuErrorBody(TypedDict):
    Code: str
    Type: str
    Description: str


class LoanReadError(Exception):
    def __init__(self, error: KhipuErrorBody) -> None:
        super().__init__(error["Description"])
        self.error = error
        self.may_retry_now = error["Type"] == "RETRY_IMMEDIATELY"


def read_loans(base_url: str, token: str, bank: str, rut: str, password: str) -> list[dict[str, Any]]:
    response = requests.post(
        f"{base_url}/v1/cl/banks/{bank}/loans",
        json={"Username": rut, "Password": password},
        headers={"Authorization": f"Bearer {token}"},
        timeout=90,
    )
    body = response.json()
    if body["Status"] != "OK":
        raise LoanReadError(body["Error"])
    return body["Data"]["Loans"]


def debt_in_pesos(loans: list[dict[str, Any]], day: str, uf: Callable[[str], float] = indicators.uf) -> float:
    total = 0.0
    for loan in loans:
        currency = {"code": loan.get("Currency", "CLP")}
        if currency["code"] == "CLF":
            total += loan["Pending"] * uf(day)
        else:
            total += loan["Pending"]
    return total


def khipu_debt(token: str, bank: str, rut: str, password: str, day: str) -> float:
    return debt_in_pesos(read_loans("https://api.khipu.com", token, bank, rut, password), day)
