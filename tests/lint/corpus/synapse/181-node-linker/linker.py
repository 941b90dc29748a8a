"""Bank logins at SynapseFI (ACH-US nodes)."""
from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, assert_never

import anyio
import httpx
import structlog

from outcome import ChallengePending, Linked, LinkOutcome, Rejected, rejected
from replies import SynapseReply

log = structlog.get_logger("synapse.linker")

PRODUCTION = "https://api.synapsefi.com/v3.1"


@dataclass
class BankLogin:
    bank: str
    username: str
    password: str = field(repr=False)


class Linker:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    @classmethod
    @asynccontextmanager
    async def open(cls, gateway: str, user_key: str, base_url: str = PRODUCTION) -> AsyncIterator["Linker"]:
        headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key}
        async with httpx.AsyncClient(base_url=base_url, headers=headers, timeout=90) as http:
            yield cls(http)

    async def _post(self, path: str, payload: dict[str, Any]) -> LinkOutcome:
        response = await self.http.post(path, json=payload)
        reply = SynapseReply.parse(response.status_code, response.json())
        match reply.pair:
            case ("200", "0"):
                return Linked(tuple(node["_id"] for node in reply.nodes))
            case ("202", _) | (_, "10"):
                mfa = reply.mfa
                return ChallengePending(mfa and mfa.access_token, mfa and mfa.message)
            case pair:
                return rejected(pair, str(reply.error.get("en", "")))

    async def link(self, user_id: str, login: BankLogin) -> LinkOutcome:
        info = {"bank_id": login.username, "bank_pw": login.password, "bank_name": login.bank}
        return await self._post(f"/users/{user_id}/nodes", {"type": "ACH-US", "info": info})

    async def answer(self, user_id: str, access_token: str, answer: str) -> LinkOutcome:
        payload = {"access_token": access_token, "mfa_answer": answer}
        return await self._post(f"/users/{user_id}/nodes", payload)


def banner(outcome: LinkOutcome) -> str:
    match outcome:
        case Linked(node_ids):
            return f"{len(node_ids)} account(s) linked"
        case ChallengePending():
            return "Your bank asks for a confirmation"
        case Rejected(pair=pair, reason=reason):
            return f"Not linked: {reason} ({'/'.join(pair)})"
        case _:
            assert_never(outcome)


async def link_many(linker: Linker, user_id: str, logins: list[BankLogin]) -> dict[str, LinkOutcome]:
    outcomes: dict[str, LinkOutcome] = {}

    async def one(login: BankLogin) -> None:
        outcome = await linker.link(user_id, login)
        outcomes[login.bank] = outcome
        log.info("link_tried", bank=login.bank, banner=banner(outcome))

    async with anyio.create_task_group() as group:
        for login in logins:
            group.start_soon(one, login)
    return outcomes
