from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

import requests


class RetryPolicy(Protocol):
    max_retries: int

    def should_retry(self, response: requests.Response) -> bool: ...

    def wait_before(self, retry_number: int) -> float: ...


class ServerErrorPolicy:
    """Exponential wait of Brick Bank's guide: base three seconds, factor two, five retries."""

    max_retries = 5

    def should_retry(self, response: requests.Response) -> bool:
        return 500 <= response.status_code <= 509

    def wait_before(self, retry_number: int) -> float:
        return 3.0 * 2 ** (retry_number - 1)


class RetryExecutor:
    def __init__(self, policy: RetryPolicy) -> None:
        self._policy = policy

    def execute(self, request: Callable[[], requests.Response]) -> requests.Response:
        response = request()
        for retry_number in range(1, self._policy.max_retries + 1):
            if not self._policy.should_retry(response):
                break
            time.sleep(self._policy.wait_before(retry_number))
            response = request()
        return response
