from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

import requests

from resilience import RetryExecutor


@dataclass(frozen=True)
class Consent:
    consent_id: str
    status: str


class ConsentAccessException(Exception):
    def __init__(self, response: requests.Response) -> None:
        super().__init__(f"consent not read, HTTP {response.status_code}")
        self.response = response


class ConsentRepository(ABC):
    @abstractmethod
    def find_by_id(self, consent_id: str) -> Consent: ...


class BrickConsentRepository(ConsentRepository):
    def __init__(self, session: requests.Session, executor: RetryExecutor, base_url: str) -> None:
        self._session = session
        self._executor = executor
        self._base_url = base_url

    def find_by_id(self, consent_id: str) -> Consent:
        url = f"{self._base_url}/consents/{consent_id}"
        response = self._executor.execute(lambda: self._session.get(url, timeout=15, allow_redirects=False))
        if response.status_code != requests.codes.ok:
            raise ConsentAccessException(response)
        data = response.json()["data"]
        return Consent(data["consentId"], data["status"])
