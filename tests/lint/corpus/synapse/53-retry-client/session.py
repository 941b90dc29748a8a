from __future__ import annotations

from contextlib import asynccontextmanager
from typing import AsyncIterator

import aiohttp
from aiohttp_retry import ExponentialRetry, RetryClient

FLAKY = {402, 408, 409, 425, 429}


@asynccontextmanager
async def synapse_session(headers: dict[str, str], attempts: int = 4) -> AsyncIterator[RetryClient]:
    options = ExponentialRetry(
        attempts=attempts,
        start_timeout=1.0,
        max_timeout=30.0,
        statuses=FLAKY,
        retry_all_server_errors=True,
    )
    client = RetryClient(
        client_session=aiohttp.ClientSession(headers=headers, timeout=aiohttp.ClientTimeout(total=100)),
        retry_options=options,
    )
    try:
        yield client
    finally:
        await client.close()
