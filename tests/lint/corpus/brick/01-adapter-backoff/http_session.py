"""Sessions with the retry schedule that Brick Bank recommends: 3, 6, 12, 24 and 48 seconds."""
from __future__ import annotations

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

SERVER_ERRORS = tuple(range(500, 510))


def build_session(token: str) -> requests.Session:
    policy = Retry(
        total=5,
        backoff_factor=3,
        status_forcelist=SERVER_ERRORS,
        allowed_methods=None,
        raise_on_status=False,
    )
    session = requests.Session()
    adapter = HTTPAdapter(max_retries=policy)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    session.headers["Authorization"] = f"Bearer {token}"
    return session
