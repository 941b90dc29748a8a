"""The house's HTTP session. Every integration mounts it; the numbers come from Brick's page."""
from __future__ import annotations

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

SERVER_SIDE = (500, 502, 503, 504)


def resilient_session(token: str) -> requests.Session:
    policy = Retry(
        total=5,
        status_forcelist=SERVER_SIDE,
        allowed_methods=frozenset({"GET"}),
        backoff_factor=3,
        raise_on_status=False,
        respect_retry_after_header=False,
    )
    session = requests.Session()
    session.headers["Authorization"] = f"Bearer {token}"
    session.mount("https://", HTTPAdapter(max_retries=policy))
    session.mount("http://", HTTPAdapter(max_retries=policy))
    return session
