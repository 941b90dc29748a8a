from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Advice:
    verb: str
    pause: float = 0.0


RETRY_AFTER, ASK_USER, TICKET, FIX_CODE = "retry-after", "ask-user", "ticket", "fix-code"

RULEBOOK: dict[int, Advice] = {
    20001: Advice(TICKET),
    20002: Advice(RETRY_AFTER, 30),
    20003: Advice(TICKET),
    40001: Advice(FIX_CODE),
    50001: Advice(RETRY_AFTER, 600),
    50002: Advice(RETRY_AFTER, 600),
    50003: Advice(ASK_USER),
}


class FlanksRefusal(Exception):
    def __init__(self, code: int, text: str, advice: Advice) -> None:
        super().__init__(f"{code}: {text}")
        self.code = code
        self.advice = advice


@dataclass(slots=True)
class Connection:
    customer: str
    credentials_token: str
    active: bool = False


class ConnectionStore(Protocol):
    def save(self, connection: Connection) -> None: ...


class MemoryStore(dict[str, Connection]):
    def save(self, connection: Connection) -> None:
        self[connection.customer] = connection


def refusal(body: dict[str, Any]) -> FlanksRefusal:
    code = body["error_code"]
    return FlanksRefusal(code, body.get("error", ""), RULEBOOK.get(code, Advice(TICKET)))
