from __future__ import annotations

from typing import Any

import attrs


@attrs.define(frozen=True)
class BankLogin:
    bank: str
    login: str
    password: str = attrs.field(repr=False)

    def to_payload(self) -> dict[str, Any]:
        return {"type": "ACH-US", "info": {"bank_id": self.login, "bank_pw": self.password, "bank_name": self.bank}}


@attrs.define(frozen=True)
class LinkedBank:
    bank: str
    node_ids: tuple[str, ...]

    @classmethod
    def from_response(cls, bank: str, body: dict[str, Any]) -> LinkedBank:
        return cls(bank, tuple(node["_id"] for node in body.get("nodes", ())))


@attrs.define
class Answer:
    """What our own API says to the app."""

    status: int
    content: dict[str, Any]
