"""Shared requests session with sane defaults."""
from __future__ import annotations

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

RETRY_STATUSES = (400, 408, 409, 429, 500, 502, 503, 504)


class TimeoutAdapter(HTTPAdapter):
    def __init__(self, timeout: float, **kwargs) -> None:
        self.timeout = timeout
        super().__init__(**kwargs)

    def send(self, request, **kwargs):
        kwargs["timeout"] = kwargs.get("timeout") or self.timeout
        return super().send(request, **kwargs)


def make_session(timeout: float = 20.0) -> requests.Session:
    policy = Retry(
        total=4,
        backoff_factor=2,
        status_forcelist=RETRY_STATUSES,
        allowed_methods=None,
        raise_on_status=False,
    )
    session = requests.Session()
    adapter = TimeoutAdapter(timeout, max_retries=policy)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session
