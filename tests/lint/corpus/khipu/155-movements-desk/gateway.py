"""Gateway and resend rules for the Khipu scraping services."""
from __future__ import annotations

import abc
import logging
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import requests

from errors import Advice, KhipuException, KhipuProtocolException

audit = logging.getLogger("audit.khipu")
T = TypeVar("T")


@dataclass(frozen=True)
class RetryPolicy:
    max_attempts: int = 3
    delay_seconds: float = 20.0


class ResendRule(abc.ABC):
    @abc.abstractmethod
    def may_resend(self, failure: KhipuException) -> bool: ...


class CatalogueResendRule(ResendRule):
    """Decides by the catalogue and by what Khipu recommends in the reply."""

    def may_resend(self, failure: KhipuException) -> bool:
        if failure.advice == Advice.WAIT_4_HOURS_BEFORE_RETRY:
            return False  # the night batch picks it up
        return failure.advice == Advice.RETRY_IMMEDIATELY or failure.family.transient


class RetryTemplate:
    def __init__(
        self,
        policy: RetryPolicy | None = None,
        rule: ResendRule | None = None,
        sleeper: Callable[[float], None] | None = None,
    ) -> None:
        self._policy = policy or RetryPolicy()
        self._rule = rule or CatalogueResendRule()
        self._sleeper = sleeper or time.sleep

    def execute(self, operation: Callable[[], T]) -> T:
        for attempt in range(1, self._policy.max_attempts + 1):
            try:
                return operation()
            except KhipuException as failure:
                audit.warning("attempt %d/%d: %s", attempt, self._policy.max_attempts, failure)
                if attempt == self._policy.max_attempts or not self._rule.may_resend(failure):
                    raise
            self._sleeper(self._policy.delay_seconds)
        raise AssertionError("max_attempts must be positive")


class KhipuGateway:
    def __init__(self, base_url: str | None = None, token: str | None = None) -> None:
        self._base_url = base_url or os.environ.get("KHIPU_URL", "https://api.khipu.com")
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token or os.environ.get('KHIPU_JWT', '')}"

    def invoke(self, service: str, fields: Mapping[str, str]) -> Mapping[str, Any]:
        response = self._session.post(f"{self._base_url}/v1/cl/{service}", json=dict(fields), timeout=(5, 180))
        try:
            document = response.json()
            status = document["Status"]
        except (ValueError, TypeError, KeyError) as cause:
            raise KhipuProtocolException(f"HTTP {response.status_code}") from cause
        if status != "OK":
            raise KhipuException(document.get("OperationId"), document["Error"])
        return document["Data"]
