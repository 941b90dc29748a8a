"""Exchange with Brick Bank: one logical call, resent by the documented schedule when the 50x family is returned."""
from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping
from typing import Any

import requests

from faults import FaultDetail, FaultFactory, ServerFault
from settings import BrickSettings

audit = logging.getLogger("audit.brick")


class ExponentialSchedule:
    def __init__(self, base_seconds: float, factor: float, resends: int) -> None:
        self._base_seconds = base_seconds
        self._factor = factor
        self._resends = resends

    def __iter__(self) -> Iterator[float]:
        pause = self._base_seconds
        for _ in range(self._resends):
            yield pause
            pause *= self._factor


class BrickTransport:
    def __init__(self, settings: BrickSettings, faults: FaultFactory | None = None) -> None:
        self._settings = settings
        self._faults = faults or FaultFactory()
        self._schedule = ExponentialSchedule(
            settings.backoff_base_seconds, settings.backoff_factor, settings.max_resends
        )
        self._http = requests.Session()
        self._http.headers["Authorization"] = f"Bearer {settings.token.get_secret_value()}"

    def post(self, path: str, payload: Mapping[str, Any], headers: Mapping[str, str]) -> tuple[int, dict[str, Any]]:
        pauses = iter(self._schedule)
        while True:
            try:
                return self._exchange(path, payload, headers)
            except ServerFault as fault:
                pause = next(pauses, None)
                audit.warning("%s: %s (%s)", path, fault, "giving up" if pause is None else f"again in {pause:g} s")
                if pause is None:
                    raise
            time.sleep(pause)

    def _exchange(
        self, path: str, payload: Mapping[str, Any], headers: Mapping[str, str]
    ) -> tuple[int, dict[str, Any]]:
        response = self._http.post(
            f"{self._settings.base_url}{path}",
            json=dict(payload),
            headers=dict(headers),
            timeout=self._settings.timeout_seconds,
        )
        try:
            document = response.json()
        except ValueError:
            document = None
        if response.status_code in (200, 201, 202) and isinstance(document, dict):
            return response.status_code, document
        raise self._faults.create(FaultDetail.of(response.status_code, document, response.text))
