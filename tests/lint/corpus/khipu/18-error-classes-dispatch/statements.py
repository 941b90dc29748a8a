"""Monthly statements of checking accounts."""
from __future__ import annotations

import logging
from typing import Any

import urllib3

from exceptions import KhipuError, NoDataError, exception_for

log = logging.getLogger(__name__)


class StatementClient:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com/v1/cl") -> None:
        self.endpoint = f"{base_url}/banks/bci.cl/statements"
        # repeats only where no connection could be made
        policy = urllib3.Retry(total=2, read=False, redirect=False, backoff_factor=0.5)
        self.pool = urllib3.PoolManager(headers={"Authorization": f"Bearer {token}"}, retries=policy)

    def statement(self, rut: str, password: str, month: str) -> dict[str, Any]:
        response = self.pool.request(
            "POST", self.endpoint, json={"Username": rut, "Password": password, "Month": month}, timeout=90
        )
        body = response.json()
        if body["Status"] == "ERROR":
            raise exception_for(body["Error"])
        return body["Data"]

    def year(self, rut: str, password: str, year: int) -> dict[str, dict[str, Any] | str]:
        """One entry per month; where a month isn't published yet, its code."""
        result: dict[str, dict[str, Any] | str] = {}
        for number in range(1, 13):
            month = f"{year}-{number:02}"
            try:
                result[month] = self.statement(rut, password, month)
            except NoDataError as exc:
                result[month] = exc.code
            except KhipuError as exc:
                log.error("%s: %s", month, exc)
                raise
        return result
