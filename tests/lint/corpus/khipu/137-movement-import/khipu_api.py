"""One request to Khipu, and nothing else."""
from __future__ import annotations

from dataclasses import asdict
from typing import Any

import requests

from models import Account

BASE_URL = "https://api.khipu.com/v1/cl"
TIMEOUT = (5, 180)


class NotAnAnswer(Exception):
    """A reply that isn't the documented JSON, from a proxy for instance."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"HTTP {status}: {text[:120]!r}")
        self.status = status
        self.text = text


def request_body(account: Account) -> dict[str, str]:
    return {name.capitalize(): value for name, value in asdict(account).items() if name != "bank"}


def fetch(session: requests.Session, base_url: str, account: Account, token: str) -> dict[str, Any]:
    response = session.post(
        f"{base_url}/banks/{account.bank}/movements",
        json=request_body(account),
        headers={"Authorization": f"Bearer {token}"},
        timeout=TIMEOUT,
    )
    try:
        reply = response.json()
    except ValueError:
        raise NotAnAnswer(response.status_code, response.text) from None
    if not isinstance(reply, dict) or reply.get("Status") not in ("OK", "ERROR"):
        raise NotAnAnswer(response.status_code, response.text)
    return reply
