"""Template method for every Khipu operation."""
from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import httpx

from code_group import CodeGroup

T = TypeVar("T")
LOG = logging.getLogger(__name__)


class KhipuOperationException(Exception):
    def __init__(self, code: str, advice: str, description: str, operation_id: str | None) -> None:
        super().__init__(f"{code} ({advice}) {description}")
        self.code = code
        self.advice = advice
        self.operation_id = operation_id

    @property
    def group(self) -> CodeGroup:
        return CodeGroup.from_code(self.code)


@dataclass(frozen=True)
class FixedDelayPolicy:
    max_attempts: int = 3
    delay: float = 5.0

    def should_retry(self, error: KhipuOperationException, attempt: int) -> bool:
        return error.group.transient and attempt < self.max_attempts


class AbstractKhipuOperation(ABC, Generic[T]):
    path: str

    def __init__(self, client: httpx.Client, policy: FixedDelayPolicy = FixedDelayPolicy()) -> None:
        self._client = client
        self._policy = policy

    @abstractmethod
    def _payload(self) -> dict[str, Any]: ...

    @abstractmethod
    def _convert(self, data: dict[str, Any]) -> T: ...

    def execute(self) -> T:
        attempt = 1
        while True:
            try:
                return self._convert(self._exchange())
            except KhipuOperationException as error:
                if not self._policy.should_retry(error, attempt):
                    raise
                LOG.warning("%s: attempt %d failed: %s", self.path, attempt, error)
            time.sleep(self._policy.delay)
            attempt += 1

    def _exchange(self) -> dict[str, Any]:
        body = self._client.post(self.path, json=self._payload()).json()
        if body["Status"] == "OK":
            return body["Data"] or {}
        error = body["Error"]
        raise KhipuOperationException(error["Code"], error["Type"], error["Description"], body.get("OperationId"))
