from __future__ import annotations

import os

import httpx

from bank_login import BankLogin


def from_environment() -> BankLogin:
    token = os.environ["KLAVI_TOKEN"]
    base_url = os.environ.get("KLAVI_URL", "https://api-sandbox.klavi.ai")
    return BankLogin(httpx.AsyncClient(base_url=base_url, headers={"Authorization": f"Bearer {token}"}))
