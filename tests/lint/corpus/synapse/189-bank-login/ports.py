from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True)
class Login:
    user_id: str
    bank: str
    username: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Linked:
    node_ids: tuple[str, ...]


@dataclass(frozen=True)
class MfaPending:
    access_token: str
    question: str


class BankLoginGateway(Protocol):
    async def login(self, login: Login) -> dict[str, Any]: ...


class Notifier(Protocol):
    async def tell(self, user_id: str, text: str) -> None: ...


class SilentNotifier:
    async def tell(self, user_id: str, text: str) -> None:
        return None
