from __future__ import annotations

from typing import TypedDict

import requests


class Problem(TypedDict, total=False):
    code: str
    title: str
    detail: str


class PaymentRefused(Exception):
    def __init__(self, http_status: int, problem: Problem):
        self.http_status = http_status
        self.code = problem.get("code", "")
        self.detail = problem.get("detail", "")
        self.problem = problem
        super().__init__(f"{http_status} {self.code} {self.detail}")


class BrickPayments:
    def __init__(self, base_url: str, token: str):
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {token}"}

    def pay(self, payment: dict, idempotency_key: str) -> dict:
        resp = requests.post(
            f"{self.base_url}/automatic-payments/v1/payments",
            json={"data": payment},
            headers={**self.headers, "x-idempotency-key": idempotency_key},
            timeout=30,
        )
        if resp.status_code in (200, 201):
            return resp.json()["data"]
        problem: Problem = resp.json() if "json" in resp.headers.get("Content-Type", "") else {"detail": resp.text}
        raise PaymentRefused(resp.status_code, problem)
