from __future__ import annotations

import httpx
from httpx_retries import Retry, RetryTransport

#: Only throttling of reads is repeated here; everything else is the caller's business.
THROTTLED = Retry(
    total=4,
    allowed_methods=["GET"],
    status_forcelist=[429],
    backoff_factor=2.0,
    max_backoff_wait=60.0,
    backoff_jitter=0.0,
)


def client(headers: dict[str, str], base_url: str = "https://api.synapsefi.com/v3.1") -> httpx.Client:
    return httpx.Client(
        base_url=base_url, headers=headers, timeout=httpx.Timeout(100.0), transport=RetryTransport(retry=THROTTLED)
    )
