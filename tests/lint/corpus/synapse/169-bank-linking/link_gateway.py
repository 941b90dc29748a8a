from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from typing import Any, Union

import attrs
import httpx

from errors import ErrorPair, SynapseException, SynapseExceptionFactory, UnderMaintenance

LOG = logging.getLogger(__name__)


@attrs.frozen
class Linked:
    node_ids: tuple[str, ...]


@attrs.frozen
class MfaPending:
    access_token: str
    question: str


LinkResult = Union[Linked, MfaPending]


class RetryPolicy(ABC):
    @abstractmethod
    def should_retry(self, error: SynapseException, attempt: int) -> bool: ...

    @abstractmethod
    def back_off(self, attempt: int) -> float: ...


@attrs.frozen
class MaintenancePolicy(RetryPolicy):
    attempts: int = 3
    minutes: float = 10

    def should_retry(self, error: SynapseException, attempt: int) -> bool:
        return isinstance(error, UnderMaintenance) and attempt < self.attempts

    def back_off(self, attempt: int) -> float:
        return self.minutes * 60 * attempt


@attrs.define
class LinkGateway:
    http: httpx.Client
    policy: RetryPolicy = attrs.field(factory=MaintenancePolicy)
    errors: SynapseExceptionFactory = attrs.field(factory=SynapseExceptionFactory)

    def link(self, user_id: str, bank: str, login: str, password: str) -> LinkResult:
        info = {"bank_id": login, "bank_pw": password, "bank_name": bank}
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._post(f"/users/{user_id}/nodes", {"type": "ACH-US", "info": info})
            except SynapseException as error:
                if not self.policy.should_retry(error, attempt):
                    raise
                LOG.info("%s is under maintenance (%s)", bank, error.pair)
            time.sleep(self.policy.back_off(attempt))

    def _post(self, path: str, payload: dict[str, Any]) -> LinkResult:
        response = self.http.post(path, json=payload)
        body = response.json()
        pair = ErrorPair(str(body.get("http_code", response.status_code)), str(body.get("error_code", "")))
        if pair.error_code == "10" or (pair.error_code == "0" and pair.http_code == "202"):
            mfa = body.get("mfa") or {}
            return MfaPending(mfa.get("access_token", ""), mfa.get("message", ""))
        if pair.error_code != "0" or response.status_code >= 400:
            raise self.errors.create(pair, body)
        if response.status_code == 202:
            return MfaPending("", "")
        return Linked(tuple(node["_id"] for node in body.get("nodes", ())))
