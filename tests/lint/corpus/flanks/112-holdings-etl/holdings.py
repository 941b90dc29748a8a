"""Extracts holdings from Flanks into the warehouse staging area (one CSV per customer)."""
from __future__ import annotations

import csv
import functools
import logging
from pathlib import Path
from typing import Any, Callable, Iterable

import backoff
import httpx

logger = logging.getLogger(__name__)

API = "https://api.flanks.io"
COLUMNS = ("isin", "name", "quantity", "value")


class FlanksFault(Exception):
    def __init__(self, status: int, error_code: int | None, error: str) -> None:
        super().__init__(f"HTTP {status}, code {error_code}: {error}")
        self.status = status
        self.error_code = error_code
        self.error = error


class StillLoading(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(str(body))
        self.body = body


def gateway_side(fault: FlanksFault) -> bool:
    return fault.error_code is None or fault.error_code < 50000


def patient(fn: Callable[..., Any]) -> Callable[..., Any]:
    loading = backoff.on_exception(backoff.constant, StillLoading, interval=60, max_tries=30, jitter=None)
    faults = backoff.on_exception(backoff.expo, FlanksFault, base=4, factor=15, max_tries=4, giveup=gateway_side)
    return functools.wraps(fn)(loading(faults(fn)))


class HoldingsExtract:
    def __init__(self, token: str, base_url: str = API) -> None:
        self.http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=30)

    @patient
    def holdings(self, credentials_token: str) -> list[dict[str, Any]]:
        response = self.http.post("/v0/bank/investments/holdings", json={"credentials_token": credentials_token})
        body = response.json()
        if response.status_code == 200:
            return body["holdings"]
        error = body.get("error") or body.get("message", "")
        if "try again" in error:
            raise StillLoading(body)
        raise FlanksFault(response.status_code, body.get("error_code"), error)

    def to_csv(self, customers: Iterable[str], folder: Path) -> list[Path]:
        written = []
        for customer in customers:
            rows = self.holdings(customer)
            path = folder / f"{customer}.csv"
            with path.open("w", newline="") as out:
                writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore")
                writer.writeheader()
                writer.writerows(rows)
            logger.info("%d holdings in %s", len(rows), path)
            written.append(path)
        return written
