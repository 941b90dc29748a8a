from __future__ import annotations

import abc
import datetime as dt
from collections.abc import Generator
from typing import Any

import httpx

from faults import Advice, KhipuFault, build_fault


class BankGateway(abc.ABC):
    @abc.abstractmethod
    def balances(self, rut: str, password: str) -> list[dict[str, Any]]: ...


class BearerAuth(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def reject_errors(response: httpx.Response) -> None:
    response.read()
    document = response.json()
    if document.get("Status") != "OK":
        raise build_fault(document)


class Deferred(Exception):
    def __init__(self, fault: KhipuFault, not_before: dt.datetime) -> None:
        super().__init__(f"{fault} (not before {not_before:%H:%M})")
        self.fault = fault
        self.not_before = not_before


class KhipuGateway(BankGateway):
    def __init__(self, base_url: str, token: str, *, sends: int = 3) -> None:
        self._sends = sends
        self._http = httpx.Client(
            base_url=base_url,
            auth=BearerAuth(token),
            event_hooks={"response": [reject_errors]},
            timeout=90,
        )

    def _post(self, path: str, payload: dict[str, str]) -> dict[str, Any]:
        for left in reversed(range(self._sends)):
            try:
                return self._http.post(path, json=payload).json()["Data"]
            except KhipuFault as fault:
                if fault.advice is Advice.LATER:
                    raise Deferred(fault, dt.datetime.now() + dt.timedelta(hours=4)) from fault
                if fault.advice is not Advice.NOW or left == 0:
                    raise
        raise AssertionError("unreachable")

    def balances(self, rut: str, password: str) -> list[dict[str, Any]]:
        data = self._post("/v1/cl/banks/balances", {"Username": rut, "Password": password})
        return data["Accounts"]
