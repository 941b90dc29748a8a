"""Registration data (dados cadastrais) of people and companies."""
from __future__ import annotations

from typing import Any

import requests
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_chain, wait_fixed

from errors import ServerSide, raise_for

SCHEDULE = (3, 6, 12, 24, 48)


def patience() -> Retrying:
    return Retrying(
        retry=retry_if_exception_type(ServerSide),
        wait=wait_chain(*(wait_fixed(seconds) for seconds in SCHEDULE)),
        stop=stop_after_attempt(len(SCHEDULE) + 1),
        reraise=True,
    )


class Registrations:
    def __init__(self, base_url: str, token: str) -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def _get(self, path: str, consent_id: str) -> dict[str, Any]:
        response = self._session.get(
            self._base_url + path, headers={"x-consent-id": consent_id}, timeout=30
        )
        body = response.json()
        raise_for(response.status_code, body)
        return body["data"]

    def person(self, consent_id: str) -> dict[str, Any]:
        return patience()(self._get, "/data/customers/personal/identifications", consent_id)

    def company(self, consent_id: str) -> dict[str, Any]:
        return patience()(self._get, "/data/customers/business/identifications", consent_id)
