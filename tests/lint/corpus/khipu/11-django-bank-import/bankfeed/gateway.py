from __future__ import annotations

from typing import Any, Protocol

import requests
from django.conf import settings


class BankRejected(Exception):
    """The gateway answered, but with an error."""

    def __init__(self, code: str, kind: str, text: str) -> None:
        super().__init__(code, kind, text)
        self.code = code
        self.kind = kind
        self.text = text

    def __str__(self) -> str:
        return f"{self.text} ({self.code})"


class StatementGateway(Protocol):
    def statement(self, bank: str, login: str, password: str, period: str) -> list[dict[str, Any]]: ...


class KhipuGateway:
    def __init__(self) -> None:
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {settings.KHIPU_TOKEN}"
        self.base = getattr(settings, "KHIPU_URL", "https://api.khipu.com")

    def statement(self, bank: str, login: str, password: str, period: str) -> list[dict[str, Any]]:
        reply = self.session.post(
            f"{self.base}/v1/cl/banks/{bank}/personas/transactions",
            json={"Username": login, "Password": password, "Month": period},
            timeout=200,
        )
        document = reply.json()
        if document["Status"] == "ERROR":
            error = document["Error"]
            raise BankRejected(code=error["Code"], kind=error["Type"], text=error["Description"])
        return document["Data"]["Transactions"]
