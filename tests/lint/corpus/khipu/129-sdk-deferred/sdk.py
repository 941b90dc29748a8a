from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import requests

from core import OperationDeferred, OperationFailed, TransportMixin


@dataclass(frozen=True)
class Movement:
    date: str
    amount: Decimal
    description: str


class Bank(TransportMixin):
    """One bank seen through Khipu."""

    def __init__(self, slug: str, token: str, base_url: str = "https://api.khipu.com/v1/cl") -> None:
        self.slug = slug
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def movements(self, username: str, password: str) -> list[Movement]:
        data = self._request(f"/banks/{self.slug}/movements", {"Username": username, "Password": password})
        return [
            Movement(row["Date"], Decimal(str(row["Amount"])), row.get("Description", ""))
            for row in data["Movements"]
        ]


__all__ = ["Bank", "Movement", "OperationDeferred", "OperationFailed"]
