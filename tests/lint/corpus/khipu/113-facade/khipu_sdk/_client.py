from __future__ import annotations

import hashlib
import json
import logging
import pathlib
import time
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import httpx

from ._errors import Advice, KhipuError
from ._flags import Flags

log = logging.getLogger("khipu_sdk")
V = TypeVar("V")
HOLD = 60 * 60 * 4


class Postponed(Exception):
    """Khipu asked for a pause; nothing may be sent for this request until `until`."""

    def __init__(self, until: float, cause: KhipuError | None = None) -> None:
        super().__init__(f"postponed until {until:.0f}" + (f" by {cause}" if cause else ""))
        self.until = until
        self.cause = cause


class JsonShelf(Generic[V]):
    def __init__(self, path: pathlib.Path | None) -> None:
        self._path = path
        self._items: dict[str, V] = {}
        if path is not None and path.exists():
            self._items = json.loads(path.read_text())

    def get(self, key: str, default: V) -> V:
        return self._items.get(key, default)

    def put(self, key: str, value: V) -> None:
        self._items[key] = value
        if self._path is not None:
            self._path.write_text(json.dumps(self._items))


class Khipu:
    def __init__(
        self,
        token: str,
        base_url: str = "https://api.khipu.com",
        flags: Flags | None = None,
        holds_file: pathlib.Path | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=120,
            event_hooks={"request": [self._on_request], "response": [self._on_response]},
        )
        self._flags = flags or Flags.from_env()
        self._holds: JsonShelf[float] = JsonShelf(holds_file)
        self._clock = clock

    @staticmethod
    def _on_request(request: httpx.Request) -> None:
        request.extensions["started"] = time.perf_counter()

    @staticmethod
    def _on_response(response: httpx.Response) -> None:
        took = time.perf_counter() - response.request.extensions["started"]
        log.info("%s -> %s in %.3fs", response.request.url.path, response.status_code, took)

    def transactions(self, bank: str, rut: str, password: str) -> list[dict[str, Any]]:
        body = {"Username": rut, "Password": password}
        send = self._by_advice if self._flags.advice_policy else self._once
        return send(f"/v1/cl/banks/{bank}/transactions", body)["Transactions"]

    def _once(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        response = self._http.post(path, json=body)
        try:
            reply = response.json()
        except ValueError:
            response.raise_for_status()
            raise
        if reply["Status"] == "ERROR":
            raise KhipuError(reply["Error"], reply.get("OperationId"))
        return reply["Data"]

    def _by_advice(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        key = hashlib.sha256(f"{path}|{body['Username']}".encode()).hexdigest()
        until = self._holds.get(key, 0.0)
        if self._clock() < until:
            raise Postponed(until)
        spare = self._flags.max_immediate
        while True:
            try:
                return self._once(path, body)
            except KhipuError as error:
                if error.is_a(Advice.HOURS):
                    until = self._clock() + HOLD
                    self._holds.put(key, until)
                    raise Postponed(until, error) from error
                if not error.is_a(Advice.NOW) or spare == 0:
                    raise
                spare -= 1
                log.info("resending %s after %s", path, error.code)
