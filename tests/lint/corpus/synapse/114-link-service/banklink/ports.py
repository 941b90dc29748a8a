from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class BankCredentials:
    bank: str
    username: str
    password: str


@dataclass(frozen=True, slots=True)
class LinkResult:
    status: str
    node_ids: tuple[str, ...] = ()
    mfa_token: str | None = None
    reason: str | None = None


class SynapseApi(Protocol):
    def create_node(self, user_id: str, payload: dict[str, Any]) -> dict[str, Any]: ...


class LinkRepository(Protocol):
    def save(self, user_id: str, result: LinkResult) -> None: ...
