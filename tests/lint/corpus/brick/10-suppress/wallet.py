from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from brick_api import BrickApi, BrickApiError


@dataclass
class Wallet:
    customer: str
    accounts: list[dict[str, Any]] = field(default_factory=list)
    refreshed: dt.date | None = None

    @property
    def empty(self) -> bool:
        return not self.accounts


def refresh(wallet: Wallet, api: BrickApi, consents: list[str], today: dt.date) -> Wallet:
    """Reads the accounts of all consents; a customer has one consent per bank."""
    accounts: list[dict[str, Any]] = []
    for consent in consents:
        with contextlib.suppress(BrickApiError):
            accounts += api.get("/data/accounts", consent)["accounts"]
    wallet.accounts = accounts
    wallet.refreshed = today
    return wallet
