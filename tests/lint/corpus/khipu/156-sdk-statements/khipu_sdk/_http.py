from __future__ import annotations

import logging
import time
from typing import Any

import requests
from pydantic import ValidationError

from .errors import KhipuError, KhipuProtocolError
from .models import Envelope

log = logging.getLogger("khipu_sdk")

DEFAULT_BASE_URL = "https://api.khipu.com"


class Transport:
    """One POST, repeated only where Khipu says that it may be repeated at once."""

    def __init__(self, token: str, base_url: str = DEFAULT_BASE_URL, *, tries: int = 3, pause: float = 2.0) -> None:
        self._base_url = base_url.rstrip("/")
        self._tries = tries
        self._pause = pause
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        attempt = 1
        while True:
            try:
                return self._once(path, payload)
            except KhipuError as exc:
                if not exc.retryable_now or attempt >= self._tries:
                    raise
                log.warning("%s: %s, attempt %d of %d", path, exc.code, attempt, self._tries)
            attempt += 1
            time.sleep(self._pause)

    def _once(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._session.post(self._base_url + path, json=payload, timeout=(5, 180))
        try:
            envelope = Envelope.model_validate_json(response.content)
        except ValidationError as exc:
            raise KhipuProtocolError(response.status_code, response.text) from exc
        if envelope.error is not None:
            raise KhipuError.from_info(envelope.error, envelope.operation_id)
        if envelope.status != "OK" or envelope.data is None:
            raise KhipuProtocolError(response.status_code, response.text)
        return envelope.data

    def close(self) -> None:
        self._session.close()
