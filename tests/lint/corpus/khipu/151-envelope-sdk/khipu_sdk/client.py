"""The client: resources on top of a pluggable transport."""
from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any, Callable, Generic, Protocol, TypeVar

import requests

from . import errors

T = TypeVar("T")
Hook = Callable[["ApiResponse[Any]", int], None]


class Transport(Protocol):
    def send(self, path: str, payload: dict[str, Any]) -> dict[str, Any]: ...


class RequestsTransport:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def send(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        reply = self.session.post(f"{self.base_url}/{path}", json=payload, timeout=90)
        try:
            body = reply.json()
        except ValueError:
            body = None
        if not isinstance(body, dict) or body.get("Status") not in ("OK", "ERROR"):
            reply.raise_for_status()
            raise errors.KhipuError("", "", f"unexpected reply with status {reply.status_code}")
        return body


@dataclass
class ApiResponse(Generic[T]):
    data: T | None
    error: errors.KhipuError | None
    raw: dict[str, Any] = field(repr=False)

    @property
    def ok(self) -> bool:
        return self.error is None

    def unwrap(self) -> T:
        if self.error is not None:
            raise self.error
        return self.data  # type: ignore[return-value]


@dataclass(frozen=True)
class Debt:
    creditor: str
    amount: int

    @classmethod
    def many(cls, data: dict[str, Any] | None) -> list["Debt"]:
        return [cls(d["Creditor"], int(d["Amount"])) for d in (data or {}).get("Debts", [])]


class Khipu:
    resends = 2

    def __init__(self, transport: Transport, hooks: tuple[Hook, ...] = ()) -> None:
        self.transport = transport
        self.hooks = hooks

    def execute(self, path: str, payload: dict[str, Any], parse: Callable[[Any], T]) -> ApiResponse[T]:
        for attempt in range(1 + self.resends):
            body = self.transport.send(path, payload)
            failed = body["Status"] == "ERROR"
            response = ApiResponse(
                data=None if failed else parse(body.get("Data")),
                error=errors.from_body(body) if failed else None,
                raw=body,
            )
            for hook in self.hooks:
                hook(response, attempt)
            if response.error is None or response.error.advice != "RETRY_IMMEDIATELY":
                break
            if attempt < self.resends:
                time.sleep(2)
        return response

    def debts(self, rut: str, password: str) -> list[Debt]:
        answer = self.execute("cl/services/cmfchile.cl/debts", {"Username": rut, "Password": password}, Debt.many)
        return answer.unwrap()
