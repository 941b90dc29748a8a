from __future__ import annotations

import itertools
import random
import time
from typing import Any
from urllib.parse import quote

from .errors import KeyTaken, Overload, PayoutError
from .wire import Answer, Wire


def patiently(call, limit=5):
    for n in itertools.count(1):
        answer: Answer = call()
        if answer.status == 200 and answer.code == "0" or answer.status == 202 and answer.code == "10":
            return answer
        error = PayoutError.of(answer)
        if not isinstance(error, Overload) or n == limit:
            raise error
        time.sleep(2**n + random.random())


class Gateway:
    def __init__(self, wire: Wire, user: str, node: str) -> None:
        self.wire = wire
        self.root = f"/users/{user}/nodes/{node}/trans"

    def pay(self, key: str, to: str, cents: int) -> dict[str, Any]:
        body = {"to": {"type": "ACH-US", "id": to}, "amount": {"amount": cents / 100, "currency": "USD"}, "extra": {"supp_id": key}}
        try:
            return patiently(lambda: self.wire("POST", self.root, body, X_SP_IDEMPOTENCY_KEY=key)).body
        except KeyTaken:
            for trans in patiently(lambda: self.wire("GET", f"{self.root}?query={quote(key)}")).body["trans"]:
                if trans["extra"]["supp_id"] == key:
                    return trans
            raise

    def look(self, trans_id: str) -> dict[str, Any]:
        return patiently(lambda: self.wire("GET", f"{self.root}/{trans_id}")).body
