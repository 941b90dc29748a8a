from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import timedelta
from types import TracebackType
from typing import Any, Optional, Type

import httpx

from ._errors import to_exception
from ._models import ApiError, Envelope


@dataclass(frozen=True)
class RetryPolicy:
    resends: int = 2
    longest_pause: timedelta = field(default=timedelta(minutes=1))

    def pause_for(self, error: ApiError, done: int) -> Optional[float]:
        pause = error.advice.pause
        if pause is None or done >= self.resends or pause > self.longest_pause:
            return None
        return pause.total_seconds()


class KhipuScraping:
    def __init__(
        self,
        api_key: str,
        *,
        base_url: str = "https://api.khipu.com",
        retry: RetryPolicy = RetryPolicy(),
        timeout: float = 90.0,
    ) -> None:
        self._retry = retry
        self._http = httpx.Client(
            base_url=base_url,
            timeout=timeout,
            headers={"Authorization": f"Bearer {api_key}", "User-Agent": "khipu-scraping/0.4.1"},
        )

    def __enter__(self) -> "KhipuScraping":
        return self

    def __exit__(
        self,
        exc_type: Optional[Type[BaseException]],
        exc: Optional[BaseException],
        tb: Optional[TracebackType],
    ) -> None:
        self._http.close()

    def account_statement(self, bank: str, *, username: str, password: str, month: str) -> Any:
        return self._run(
            f"/v1/cl/banks/{bank}/account-statement",
            {"Username": username, "Password": password, "Month": month},
        )

    def _run(self, path: str, payload: dict[str, Any]) -> Any:
        done = 0
        while True:
            envelope = Envelope.parse(self._http.post(path, json=payload).json())
            if envelope.error is None:
                return envelope.data
            pause = self._retry.pause_for(envelope.error, done)
            if pause is None:
                raise to_exception(envelope.error, envelope.operation_id)
            time.sleep(pause)
            done += 1
