from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from effects import Flow, Pause, Post, Reply, Runner

BACKOFF = (timedelta(seconds=30), timedelta(minutes=2))
TRANSIENT = frozenset({"500", "503"})


@dataclass(frozen=True)
class Linked:
    user_id: str
    nodes: tuple[dict[str, Any], ...]


class LoginFailed(Exception):
    def __init__(self, reply: Reply) -> None:
        super().__init__(f"HTTP {reply.http}, error_code {reply.code}: {reply.text}")
        self.http_code = reply.http
        self.error_code = reply.code


class BadBankCredentials(LoginFailed):
    """Shown next to the password field."""


class NothingToLink(LoginFailed):
    """The login worked but the bank has no account we can debit."""


def bank_login(user_id: str, bank: str, username: str, password: str) -> Flow:
    step = Post(
        f"/v3.1/users/{user_id}/nodes",
        {"type": "ACH-US", "info": {"bank_id": username, "bank_pw": password, "bank_name": bank}},
    )
    reply: Reply = yield step
    for length in BACKOFF:
        if reply.code not in TRANSIENT:
            break
        yield Pause(length)
        reply = yield step
    if reply.http < 300:
        return Linked(user_id, tuple(reply.body.get("nodes", ())))
    match reply.http, reply.code:
        case 400, "200":
            raise BadBankCredentials(reply)
        case 402, "460":
            raise NothingToLink(reply)
        case _:
            raise LoginFailed(reply)


class BankLink:
    def __init__(self, client_id: str, client_secret: str, base_url: str = "https://api.synapsefi.com") -> None:
        self._runner = Runner(base_url, {"X-SP-GATEWAY": f"{client_id}|{client_secret}"})

    def link(self, user_id: str, bank: str, username: str, password: str) -> Linked:
        return self._runner.run(bank_login(user_id, bank, username, password))
