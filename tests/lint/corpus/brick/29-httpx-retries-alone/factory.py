from __future__ import annotations

from http import HTTPStatus

import httpx
from httpx_retries import Retry, RetryTransport

FIFTY_X = [
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.NOT_IMPLEMENTED,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
    HTTPStatus.HTTP_VERSION_NOT_SUPPORTED,
]


def client_for(base_url: str, token: str) -> httpx.Client:
    """Repeats 50x of reads after 3, 6, 12, 24 and 48 seconds (1.5 doubled once per repeat)."""
    retry = Retry(
        total=5,
        backoff_factor=1.5,
        backoff_jitter=0,
        status_forcelist=FIFTY_X,
        allowed_methods=["GET"],
    )
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.Client(base_url=base_url, headers=headers, transport=RetryTransport(retry=retry))
