from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator, Iterable
from typing import Any, Literal, TypedDict

import httpx


class ErrorObject(TypedDict):
    Code: str
    Type: Literal["DO_NOT_RETRY", "RETRY_IMMEDIATELY", "WAIT_4_HOURS_BEFORE_RETRY"]
    Description: str


class Envelope(TypedDict):
    OperationId: str
    Status: Literal["OK", "ERROR"]
    Data: dict[str, Any] | None
    Error: ErrorObject | None


class ExtractionFailed(Exception):
    def __init__(self, operation: str, error: ErrorObject) -> None:
        super().__init__(f"{operation}: {error['Code']} ({error['Type']}): {error['Description']}")
        self.operation = operation
        self.error = error


class RotatingToken(httpx.Auth):
    """Bearer token that is fetched anew from the vault once the API says it's no longer good."""

    requires_response_body = True

    def __init__(self, fetch: Callable[[], str]) -> None:
        self._fetch = fetch
        self._current = fetch()

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._current}"
        response = yield request
        if self._rejected(response):
            used, self._current = self._current, self._fetch()
            if self._current != used:
                request.headers["Authorization"] = f"Bearer {self._current}"
                yield request

    @staticmethod
    def _rejected(response: httpx.Response) -> bool:
        try:
            error = response.json().get("Error") or {}
        except ValueError:
            return False
        return error.get("Code") == "A000" and error.get("Type") != "WAIT_4_HOURS_BEFORE_RETRY"


class Statements:
    ATTEMPTS = 3

    def __init__(self, fetch_token: Callable[[], str], base_url: str = "https://api.khipu.com") -> None:
        self._http = httpx.AsyncClient(base_url=base_url, auth=RotatingToken(fetch_token), timeout=150)

    async def one(self, bank: str, account: str, secret: str) -> dict[str, Any]:
        attempt = 0
        while True:
            attempt += 1
            reply = await self._http.post(
                f"/v1/cl/banks/{bank}/statement", json={"Account": account, "Password": secret}
            )
            envelope: Envelope = reply.json()
            if envelope["Status"] == "OK":
                return envelope["Data"] or {}
            error = envelope["Error"]
            assert error is not None
            match error["Type"]:
                case "RETRY_IMMEDIATELY" if attempt < self.ATTEMPTS:
                    continue
                case _:
                    raise ExtractionFailed(envelope["OperationId"], error)

    async def many(
        self, bank: str, logins: Iterable[tuple[str, str]]
    ) -> tuple[dict[str, dict[str, Any]], dict[str, ExtractionFailed]]:
        logins = list(logins)
        results = await asyncio.gather(*(self.one(bank, a, s) for a, s in logins), return_exceptions=True)
        good: dict[str, dict[str, Any]] = {}
        bad: dict[str, ExtractionFailed] = {}
        for (account, _), result in zip(logins, results):
            if isinstance(result, ExtractionFailed):
                bad[account] = result
            elif isinstance(result, BaseException):
                raise result
            else:
                good[account] = result
        return good, bad

    async def aclose(self) -> None:
        await self._http.aclose()
