"""List of shared resources, needed before anything else; so we try hard."""
from __future__ import annotations

import http.client
import itertools
import time
from typing import Any

import requests

from settings import Settings

UNAVAILABLE = {
    http.client.INTERNAL_SERVER_ERROR,
    http.client.BAD_GATEWAY,
    http.client.SERVICE_UNAVAILABLE,
    http.client.GATEWAY_TIMEOUT,
}


class ResourceError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body


def resources(settings: Settings, consent_id: str) -> list[dict[str, Any]]:
    headers = {"Authorization": f"Bearer {settings.token}", "x-consent-id": consent_id}
    for round_ in itertools.count(1):
        response = requests.get(f"{settings.base_url}/data/resources", headers=headers, timeout=10)
        if response.status_code not in UNAVAILABLE or round_ >= settings.retry_rounds:
            break
        time.sleep(settings.retry_every)
    if response.status_code != 200:
        raise ResourceError(response.status_code, response.json())
    return response.json()["data"].get("resources", [])
