"""httpx client with the 3-6-12-24-48 schedule built into the transport."""
from __future__ import annotations

import httpx
from httpx_retries import Retry, RetryTransport

SCHEDULE = Retry(
    total=5,
    backoff_factor=1.5,
    backoff_jitter=0,
    status_forcelist=[500, 501, 502, 503, 504, 505],
    allowed_methods=["GET"],
)


def open_client(base_url: str, token: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        base_url=base_url,
        headers={"Authorization": f"Bearer {token}"},
        transport=RetryTransport(transport=httpx.AsyncHTTPTransport(), retry=SCHEDULE),
        timeout=30,
    )
