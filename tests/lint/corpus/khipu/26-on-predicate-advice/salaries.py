"""Salary certificates for consumer loans."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

import backoff

from replies import error_of, says_again, succeeded


class SalaryError(Exception):
    def __init__(self, reply: dict[str, Any]) -> None:
        error = error_of(reply)
        super().__init__(error.get("Code"), error.get("Type"), error.get("Description"))
        self.reply = reply


class SalaryClient:
    url = "https://api.khipu.com/v1/cl/services/previred.com/salaries"

    def __init__(self, token: str, url: str | None = None) -> None:
        self.token = token
        self.url = url or self.url

    @backoff.on_predicate(backoff.fibo, says_again, max_tries=4, max_value=5, jitter=backoff.random_jitter)
    def _ask(self, payload: bytes) -> dict[str, Any]:
        request = urllib.request.Request(self.url, data=payload, method="POST")
        request.add_header("Authorization", f"Bearer {self.token}")
        request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=120) as response:
                return json.load(response)
        except urllib.error.HTTPError as exc:
            return json.load(exc)

    def salaries(self, rut: str, password: str) -> list[dict[str, Any]]:
        reply = self._ask(json.dumps({"Username": rut, "Password": password}).encode())
        if not succeeded(reply):
            raise SalaryError(reply)
        return reply["Data"].get("Salaries", [])
