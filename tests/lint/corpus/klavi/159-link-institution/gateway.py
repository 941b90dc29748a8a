"""Gateway for linking a customer's institution, with the resend policy of the integration layer."""
from __future__ import annotations

import abc
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

from return_codes import ReturnCode, classify
from settings import KlaviSettings

audit = logging.getLogger("audit.klavi")


@dataclass(frozen=True)
class KlaviReply:
    code: int
    message: str
    data: Mapping[str, Any]

    @property
    def meaning(self) -> ReturnCode:
        return classify(self.code)


class LinkFailedException(Exception):
    def __init__(self, reply: KlaviReply) -> None:
        super().__init__(f"klavi {reply.code}: {reply.meaning.hint}")
        self.reply = reply
        self.code = reply.code


class InvalidReplyException(Exception):
    """No return code in the reply."""


@dataclass(frozen=True)
class RetryPolicy:
    """Codes behind which the bank, not the customer, is busy."""

    max_attempts: int = 3
    delay_seconds: float = 300.0
    retryable: frozenset[int] = field(default=frozenset({403, 413, 432}))

    def wants_another(self, reply: KlaviReply, attempt: int) -> bool:
        return attempt < self.max_attempts and reply.code in self.retryable


class LinkGateway(abc.ABC):
    @abc.abstractmethod
    def link(self, application: Mapping[str, str]) -> KlaviReply: ...


class KlaviLinkGateway(LinkGateway):
    PATH = "/open-data/v1/institutions/link"

    def __init__(
        self,
        settings: KlaviSettings,
        policy: RetryPolicy | None = None,
        sleeper: Callable[[float], None] = lambda seconds: time.sleep(seconds),
    ) -> None:
        self._settings = settings
        self._policy = policy or RetryPolicy()
        self._sleeper = sleeper
        self._session = requests.Session()
        self._session.headers["X-Partner-Code"] = settings.partner_code
        self._session.headers["X-Partner-Token"] = settings.partner_token.get_secret_value()

    def link(self, application: Mapping[str, str]) -> KlaviReply:
        attempt = 1
        reply = self._send(application)
        while self._policy.wants_another(reply, attempt):
            audit.info("link: %d after attempt %d, pausing", reply.code, attempt)
            self._sleeper(self._policy.delay_seconds)
            attempt += 1
            reply = self._send(application)
        if reply.meaning.severity.blocks():
            raise LinkFailedException(reply)
        return reply

    def _send(self, application: Mapping[str, str]) -> KlaviReply:
        response = self._session.post(
            self._settings.base_url + self.PATH, json=dict(application), timeout=self._settings.timeout_seconds
        )
        try:
            body = response.json()
            return KlaviReply(int(body["code"]), str(body.get("message") or ""), body.get("data") or {})
        except (ValueError, TypeError, KeyError) as cause:
            raise InvalidReplyException(f"HTTP {response.status_code}") from cause
