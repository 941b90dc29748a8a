from __future__ import annotations

from typing import Callable, Protocol

import httpx

from policy import bank_patience
from schemas import Created, FlanksRefused, Refused


class TokenStore(Protocol):
    def activate(self, customer: str, token: str) -> None: ...


class Credentials:
    def __init__(
        self,
        http: httpx.Client,
        store: TokenStore,
        bearer: Callable[[], str],
        sleep: Callable[[float], None],
    ) -> None:
        self.http = http
        self.store = store
        self.bearer = bearer
        self.sleep = sleep

    def register(self, customer: str, bank: str, login: dict[str, str]) -> str:
        created = self._create(bank, login)
        self.store.activate(customer, created.credentials_token)
        return created.credentials_token

    @bank_patience(waits=(300, 900, 1800))
    def _create(self, bank: str, login: dict[str, str]) -> Created:
        resp = self.http.put(
            "/v0/bank/credentials",
            json={"bank": bank, **login},
            headers={"Authorization": f"Bearer {self.bearer()}"},
        )
        if not resp.is_success:
            raise FlanksRefused(resp.status_code, Refused(**resp.json()))
        return Created(**resp.json())
