from __future__ import annotations

from decimal import Decimal
from typing import Callable

import httpx
from pydantic import BaseModel

from resting import KlaviRefused, rests


class Balance(BaseModel):
    account: str
    amount: Decimal
    currency: str = "BRL"


class Answer(BaseModel):
    code: int
    message: str | None = None
    data: list[Balance] = []


class BalancePoller:
    def __init__(
        self,
        http: httpx.Client,
        token: Callable[[], str],
        sleep: Callable[[float], None],
    ) -> None:
        self.http = http
        self.token = token
        self.sleep = sleep

    @rests(times=3)
    def balances(self, connection: str) -> dict[str, Decimal]:
        resp = self.http.post(
            f"/open/v1/connections/{connection}/balances",
            headers={"Authorization": "Bearer " + self.token()},
        )
        answer = Answer(**resp.json())
        if answer.code // 100 == 2:
            return {row.account: row.amount for row in answer.data}
        raise KlaviRefused(answer.code, answer.message or "")
