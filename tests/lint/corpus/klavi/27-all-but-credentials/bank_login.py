from __future__ import annotations

import logging
from typing import Any

import httpx
from tenacity import (
    before_sleep_log,
    retry,
    retry_if_not_exception_type,
    stop_after_attempt,
    wait_incrementing,
)

logger = logging.getLogger(__name__)


class LoginError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.message = message


class WrongCredentials(LoginError):
    """The customer has to type something again."""


class Postponed(LoginError):
    """Not before tomorrow, or in half an hour."""


def _error(body: dict[str, Any]) -> LoginError:
    match body["code"]:
        case 402 | 433 | 434 | 435:
            kind = WrongCredentials
        case 406 | 414 | 415:
            kind = Postponed
        case _:
            kind = LoginError
    return kind(body["code"], body.get("message", ""))


class BankLogin:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    @retry(
        retry=retry_if_not_exception_type((WrongCredentials, Postponed)),
        wait=wait_incrementing(start=60, increment=60),
        stop=stop_after_attempt(4),
        before_sleep=before_sleep_log(logger, logging.WARNING),
        reraise=True,
    )
    async def login(self, cpf: str, bank: str, password: str) -> dict[str, Any]:
        response = await self._http.post(
            "/open-data/v1/login", json={"cpf": cpf, "bank": bank, "password": password}
        )
        body = response.json()
        if body["code"] == 200:
            return body["data"]
        raise _error(body)
