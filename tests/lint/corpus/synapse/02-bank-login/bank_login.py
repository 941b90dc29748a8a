"""Bank logins (ACH-US) for the onboarding service."""
from __future__ import annotations

import asyncio
import functools
from dataclasses import dataclass
from typing import Any

import aiohttp

ROOT = "https://api.synapsefi.com/v3.1"


class BankLoginFailed(Exception):
    pass


@dataclass
class Linked:
    nodes: list[str]


@dataclass
class NeedsAnswer:
    question: Any


def patient(times: int = 4, pause: float = 10.0):
    def wrap(fn):
        @functools.wraps(fn)
        async def inner(*args, **kwargs):
            for n in range(1, times + 1):
                answer = await fn(*args, **kwargs)
                if answer.get("error_code") not in ("500", "503") or n == times:
                    return answer
                await asyncio.sleep(pause * n)

        return inner

    return wrap


class BankLogin:
    def __init__(self, user: str, oauth: str, root: str = ROOT) -> None:
        self.user = user
        self.root = root
        self.headers = {"X-SP-USER": f"{oauth}|fp", "Content-Type": "application/json"}

    @patient()
    async def _create(self, payload: dict[str, Any]) -> dict[str, Any]:
        async with aiohttp.ClientSession(headers=self.headers) as http:
            async with http.post(f"{self.root}/users/{self.user}/nodes", json=payload) as resp:
                return await resp.json()

    async def login(self, bank: str, bank_id: str, bank_pw: str) -> Linked | NeedsAnswer:
        answer = await self._create(
            {"type": "ACH-US", "info": {"bank_name": bank, "bank_id": bank_id, "bank_pw": bank_pw}}
        )
        if answer["error_code"] == "10":
            return NeedsAnswer(answer.get("mfa"))
        if answer["error_code"] != "0":
            raise BankLoginFailed("we could not log in at the bank")
        return Linked([node["_id"] for node in answer["nodes"]])
