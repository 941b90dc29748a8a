from __future__ import annotations

import time
from typing import Any, Callable, Protocol

import requests

from .faults import KlaviFault
from .models import Reply, Report


class Transport(Protocol):
    def __call__(self, path: str, params: dict[str, str]) -> Any: ...


def requests_transport(base_url: str, token: str) -> Transport:
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {token}"

    def send(path: str, params: dict[str, str]) -> Any:
        response = session.get(base_url + path, params=params, timeout=60)
        try:
            return response.json()
        except ValueError:
            return {"status": response.status_code, "text": response.text}

    return send


class KlaviClient:
    def __init__(self, transport: Transport, *, resends: int = 2, sleep: Callable[[float], None] | None = None) -> None:
        self._transport = transport
        self._resends = resends
        self._sleep = sleep

    def _reply(self, path: str, params: dict[str, str]) -> Reply:
        body = self._transport(path, params)
        raw = body.get("code") if isinstance(body, dict) else None
        return Reply(int(raw) if str(raw).isdigit() else None, body)

    def report(self, cpf: str) -> Report:
        left = self._resends
        while True:
            reply = self._reply("/open-data/v1/reports", {"cpf": cpf})
            if reply.ok:
                return reply.report()
            fault = KlaviFault.make(reply.code, reply.body)
            if fault.resend_after is None or left == 0:
                raise fault
            left -= 1
            (self._sleep or time.sleep)(fault.resend_after.total_seconds())
