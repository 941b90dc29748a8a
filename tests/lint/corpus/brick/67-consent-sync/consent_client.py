"""Read side of the Brick consents API, for the nightly sync."""
from __future__ import annotations

import logging
import time
from typing import Any, Callable

import httpx

from brick_errors import BrickRejected, BrickUnavailable, build_error
from config import BrickSettings

logger = logging.getLogger(__name__)

OTHER_SIDE_IS_SLOW = frozenset(
    {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API", "TIMEOUT_FLUXO_REFRESH_TOKEN"}
)


class ConsentClient:
    def __init__(
        self,
        settings: BrickSettings,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.settings = settings
        self.sleep = sleep
        self.http = httpx.Client(
            base_url=settings.base_url,
            timeout=settings.timeout_seconds,
            headers={"Authorization": f"Bearer {settings.client_token}"},
        )

    def consent(self, consent_id: str) -> dict[str, Any]:
        return self._get(f"/open-banking/consents/v3/consents/{consent_id}")["data"]

    def accounts(self, consent_id: str) -> list[dict[str, Any]]:
        return self._get("/open-banking/accounts/v2/accounts", consent_id=consent_id)["data"]

    def _get(self, path: str, **headers: str) -> dict[str, Any]:
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        failures = slow = 0
        while True:
            try:
                return self._once(path, sent)
            except BrickUnavailable as exc:
                if failures >= self.settings.max_retries:
                    raise
                delay = self.settings.base_delay_seconds * 2**failures
                failures += 1
                logger.warning("%s, next try in %ss", exc, delay)
                self.sleep(delay)
            except BrickRejected as exc:
                if exc.code not in OTHER_SIDE_IS_SLOW or slow >= self.settings.slow_retries:
                    raise
                slow += 1
                logger.warning("%s, next try in a few minutes", exc)
                self.sleep(self.settings.slow_delay_seconds)

    def _once(self, path: str, headers: dict[str, str]) -> dict[str, Any]:
        response = self.http.get(path, headers=headers)
        if response.is_success:
            return response.json()
        try:
            body = response.json()
        except ValueError:
            body = {}
        raise build_error(response.status_code, body)
