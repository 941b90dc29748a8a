from __future__ import annotations

import asyncio
from typing import Any

import httpx

from answers import Answer, classify


class LoansFailed(Exception):
    def __init__(self, answer: Answer) -> None:
        super().__init__(f"{answer.kind}: {answer.status} {answer.body}")
        self.answer = answer


class Loans:
    """Loans and mortgages."""

    def __init__(self, http: httpx.AsyncClient, *, polls: int = 20, pause: float = 30) -> None:
        self.http = http
        self.polls = polls
        self.pause = pause

    async def _ask(self, credentials_token: str) -> Answer:
        reply = await self.http.post("/v0/bank/loan", json={"credentials_token": credentials_token})
        return classify(reply.status_code, reply.json())

    async def load(self, credentials_token: str) -> list[dict[str, Any]]:
        for _ in range(self.polls):
            answer = await self._ask(credentials_token)
            if answer:
                return answer.body["loans"]
            if answer.kind != "processing":
                raise LoansFailed(answer)
            await asyncio.sleep(self.pause)
        raise LoansFailed(answer)

    async def debt(self, credentials_token: str) -> float:
        return sum(loan["pending"] or 0 for loan in await self.load(credentials_token))
