"""Bank login with questions."""
from __future__ import annotations

import aiohttp

from outcome import Outcome, interpret


class BankLogin:
    BASE = "https://api.synapsefi.com/v3.1"

    def __init__(self, headers: dict[str, str], base: str | None = None) -> None:
        self.headers = headers
        self.base = base or self.BASE
        self.log: list[Outcome] = []

    async def submit(self, user_id: str, payload: dict) -> Outcome:
        async with aiohttp.ClientSession(headers=self.headers) as session:
            async with session.post(f"{self.base}/users/{user_id}/nodes", json=payload) as response:
                outcome = interpret(await response.json())
        self.log.append(outcome)
        return outcome

    async def start(self, user_id: str, bank: str, login: str, password: str) -> Outcome:
        info = {"bank_id": login, "bank_pw": password, "bank_name": bank}
        return await self.submit(user_id, {"type": "ACH-US", "info": info})

    async def reply(self, user_id: str, token: str, answer: str) -> Outcome:
        return await self.submit(user_id, {"access_token": token, "mfa_answer": answer})


def page(outcome: Outcome) -> str:
    if outcome.pending:
        return "question"
    if outcome.relink:
        return "login"
    return "accounts" if outcome.done else f"error {outcome.body.get('error_code')}"
