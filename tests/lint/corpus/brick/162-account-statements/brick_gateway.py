"""Gateway to the data-sharing API of Brick Bank."""
from __future__ import annotations

import abc
import logging
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import requests

from http_support import SessionFactory

audit = logging.getLogger("audit.brick")


class BrickException(Exception):
    def __init__(self, status: int, code: str | None, text: str) -> None:
        super().__init__(f"HTTP {status}, code {code or '-'}")
        self.status = status
        self.code = code
        self.text = text


@dataclass(frozen=True)
class ResendPolicy:
    """Provider's recommendation for the 50x family: five more attempts after 3, 6, 12, 24 and 48 s."""

    max_resends: int = 5
    base_seconds: float = 3.0
    factor: int = 2
    retryable: frozenset[int] = frozenset({500, 502, 503, 504})

    def pause_before(self, resend: int) -> float:
        return self.base_seconds * self.factor ** (resend - 1)


class SharedDataGateway(abc.ABC):
    @abc.abstractmethod
    def read(self, resource: str, consent_id: str) -> dict[str, Any]: ...


class BrickSharedDataGateway(SharedDataGateway):
    def __init__(
        self,
        base_url: str | None = None,
        token: str | None = None,
        session: requests.Session | None = None,
        policy: ResendPolicy | None = None,
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        self._base_url = base_url or os.environ.get("BRICK_URL", "https://api.brickbank.example")
        self._session = session or SessionFactory().create()
        self._session.headers["Authorization"] = f"Bearer {token or os.environ.get('BRICK_TOKEN', '')}"
        self._policy = policy or ResendPolicy()
        self._sleep = sleep or time.sleep

    def read(self, resource: str, consent_id: str) -> dict[str, Any]:
        resend = 0
        while True:
            try:
                return self._read_once(resource, consent_id)
            except BrickException as failure:
                audit.warning("%s (%s): %s", resource, consent_id, failure)
                if failure.status not in self._policy.retryable or resend == self._policy.max_resends:
                    raise
            resend += 1
            self._sleep(self._policy.pause_before(resend))

    def _read_once(self, resource: str, consent_id: str) -> dict[str, Any]:
        response = self._session.get(
            f"{self._base_url}/data/{resource}", headers={"x-consent-id": consent_id}, timeout=(5, 45)
        )
        try:
            document = response.json()
        except ValueError:
            document = None
        if response.status_code == 200 and isinstance(document, dict):
            return document
        code = (document.get("code") or document.get("error")) if isinstance(document, dict) else None
        raise BrickException(response.status_code, code, response.text)
