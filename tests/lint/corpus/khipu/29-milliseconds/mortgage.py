"""Mortgage balances; the batch runs over night and may take its time."""
from __future__ import annotations

from typing import Any

import requests

from model import BY_TYPE, Final
from retries import at_once, held


class Mortgages:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.base_url = base_url
        self.token = token

    @held
    @at_once
    def balance(self, bank: str, username: str, password: str) -> dict[str, Any]:
        reply = requests.post(
            f"{self.base_url}/v1/cl/banks/{bank}/mortgages",
            json={"Username": username, "Password": password},
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=150,
        ).json()
        error = reply["Error"]
        if error is None:
            return reply["Data"]
        raise BY_TYPE.get(error["Type"], Final)(error["Code"], error["Description"])
