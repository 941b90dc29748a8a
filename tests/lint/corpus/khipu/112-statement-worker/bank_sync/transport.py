from __future__ import annotations

import logging
from collections import Counter
from typing import Any

import requests

from .errors import failure_for
from .settings import Settings

log = logging.getLogger(__name__)
metrics: Counter[str] = Counter()


def _inspect(response: requests.Response, *args: Any, **kwargs: Any) -> requests.Response:
    try:
        body = response.json()
    except ValueError:
        response.raise_for_status()
        raise
    failure = failure_for(body)
    if failure is not None:
        metrics[f"failure.{failure.code}"] += 1
        raise failure
    metrics["success"] += 1
    return response


class Transport:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {settings.token}"
        self._session.hooks["response"].append(_inspect)

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._session.post(
            self._settings.base_url + path, json=payload, timeout=self._settings.timeout
        )
        log.info("POST %s took %s", path, response.elapsed)
        return response.json()
