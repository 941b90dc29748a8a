from __future__ import annotations

from typing import NamedTuple, Protocol


class BankLogin(NamedTuple):
    bank: str
    username: str
    password: str


class Linked(NamedTuple):
    node_ids: tuple[str, ...]


class MfaPending(NamedTuple):
    access_token: str
    prompt: str


class AccountLinking(Protocol):
    def link(self, user_id: str, login: BankLogin) -> Linked | MfaPending: ...
