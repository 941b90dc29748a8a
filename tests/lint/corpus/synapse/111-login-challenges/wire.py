from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx


@dataclass(frozen=True)
class Pair:
    http: int
    code: str

    def __str__(self) -> str:
        return f"{self.http}/{self.code}"


@dataclass(frozen=True)
class Answer:
    pair: Pair
    text: str = ""
    doc: dict[str, Any] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, resp: httpx.Response) -> "Answer":
        try:
            doc = resp.json()
        except ValueError:
            return cls(Pair(resp.status_code, "?"), resp.text[:80])
        error = doc.get("error")
        text = error.get("en", "") if isinstance(error, dict) else str(error or "")
        return cls(Pair(resp.status_code, str(doc.get("error_code", "?"))), text, doc)


LINKED = Pair(200, "0")
CHALLENGE = Pair(202, "10")
WRONG_ANSWER = Pair(409, "400")
BAD_LOGIN = Pair(400, "200")
NO_ACH = Pair(402, "460")
BANK_WANTS_USER = Pair(402, "500")
MAINTENANCE = Pair(503, "503")
