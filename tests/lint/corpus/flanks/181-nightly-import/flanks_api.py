"""HTTP side of the import."""
from __future__ import annotations

import os
from typing import Any

import requests

FLANKS_URL = os.environ.get("FLANKS_URL", "https://api.flanks.io")
FLANKS_TOKEN = os.environ.get("FLANKS_TOKEN", "")

_PROCESSING, _SECURITY_CHECKS, _BANK_ERROR = 20002, 20003, 50001


class FlanksError(Exception):
    """Any reply that isn't complete data. `code` is None where Flanks sends none (401, 405, 415, 500)."""

    def __init__(self, status: int, code: int | None, text: str) -> None:
        # celery pickles exceptions: everything has to be in args
        super().__init__(status, code, text)
        self.status = status
        self.code = code
        self.text = text

    def __str__(self) -> str:
        return f"HTTP {self.status}, code {self.code}: {self.text}"


class Processing(FlanksError):
    pass


class SecurityChecks(FlanksError):
    pass


class BankDown(FlanksError):
    pass


_KINDS: dict[int, type[FlanksError]] = {
    _PROCESSING: Processing,
    _SECURITY_CHECKS: SecurityChecks,
    _BANK_ERROR: BankDown,
}


def post(path: str, payload: dict[str, Any]) -> dict[str, Any]:
    response = requests.post(
        FLANKS_URL + path,
        json=payload,
        headers={"Authorization": f"Bearer {FLANKS_TOKEN}"},
        timeout=(5, 40),
    )
    try:
        body = response.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise FlanksError(response.status_code, None, "no JSON object")
    code = body.get("error_code")
    if response.status_code == 200 and code is None and "error" not in body:
        return body
    kind = _KINDS.get(code, FlanksError) if isinstance(code, int) else FlanksError
    raise kind(response.status_code, code, str(body.get("error") or body.get("message") or ""))


def portfolios(credentials_token: str) -> list[dict[str, Any]]:
    return post("/v0/bank/portfolio", {"credentials_token": credentials_token}).get("portfolios") or []
