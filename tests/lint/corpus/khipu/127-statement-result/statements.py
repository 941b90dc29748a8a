"""Monthly statements for the back office."""

from __future__ import annotations

from typing import Protocol

import httpx

from _http import post_patiently
from _models import Statement
from _result import Err, Ok

BASE_URL = "https://api.khipu.com/v1/cl"


class StatementError(Exception):
    """No statement; the text is shown to the operator."""


class Vault(Protocol):
    """Where the bank logins live."""

    def login(self, customer_id: int) -> dict[str, str]: ...


class StatementService:
    """Fetches statements on behalf of a customer."""

    def __init__(self, vault: Vault, token: str, *, base_url: str = BASE_URL) -> None:
        self._vault = vault
        self._http = httpx.Client(
            base_url=base_url,
            timeout=httpx.Timeout(10.0, read=180.0),
            headers={"Authorization": f"Bearer {token}"},
        )

    def statement(self, customer_id: int, bank: str, period: str) -> Statement:
        """Return the statement of a period.

        Raises:
            StatementError: if Khipu could not deliver it.
        """
        payload = {**self._vault.login(customer_id), "Period": period}
        match post_patiently(self._http, f"/banks/{bank}/statement", payload):
            case Ok(value=data):
                return Statement.model_validate(data)
            case Err(error=error):
                raise StatementError(error.description or "The statement is not available")
