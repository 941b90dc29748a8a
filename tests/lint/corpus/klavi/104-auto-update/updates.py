"""Turns the automatic update of a Klavi connection on or off."""
from __future__ import annotations

import enum
import json
from functools import partial
from typing import NamedTuple

import urllib3

from policy import RetryPolicy
from settings import Settings


class Origin(enum.Enum):
    DONE = range(200, 300)
    REQUEST = range(600, 700)
    PLATFORM = range(700, 800)
    OTHER = range(0)

    @classmethod
    def of(cls, code: int) -> Origin:
        return next((origin for origin in cls if code in origin.value), cls.OTHER)


class Reply(NamedTuple):
    code: int
    message: str

    @property
    def origin(self) -> Origin:
        return Origin.of(self.code)


class UpdateError(Exception):
    def __init__(self, reply: Reply) -> None:
        super().__init__(f"klavi {reply.code}: {reply.message}")
        self.reply = reply


class ConsentWithdrawn(UpdateError): ...


class BadRequestBody(UpdateError): ...


class Updates:
    def __init__(self, settings: Settings, pool: urllib3.PoolManager | None = None) -> None:
        self._settings = settings
        self._pool = pool or urllib3.PoolManager(retries=False, timeout=settings.klavi_timeout)
        self._policy = RetryPolicy(settings.klavi_tries)

    def _send(self, connection_key: str, allow: bool) -> Reply:
        raw = self._pool.request(
            "POST",
            f"{self._settings.klavi_base_url}/data/v1/update",
            body=json.dumps({"connectionKey": connection_key, "allowAutoUpdate": allow}),
            headers={
                "Content-Type": "application/json",
                "X-Partner-Code": self._settings.klavi_partner_code,
                "X-Partner-Token": self._settings.klavi_partner_token,
            },
        )
        body = json.loads(raw.data)
        return Reply(int(body["code"]), str(body.get("message", "")))

    def allow(self, connection_key: str, allow: bool = True) -> None:
        reply = self._policy.run(
            partial(self._send, connection_key, allow),
            again=lambda r: r.origin is Origin.PLATFORM,
        )
        match reply:
            case Reply(code=200):
                return
            case Reply(code=601):
                raise ConsentWithdrawn(reply)
            case Reply(code=603):
                raise BadRequestBody(reply)
            case _:
                raise UpdateError(reply)
