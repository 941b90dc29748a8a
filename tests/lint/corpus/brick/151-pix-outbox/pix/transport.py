"""HTTP session shared by all adapters of the payments platform."""
from __future__ import annotations

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry


class TimeoutAdapter(HTTPAdapter):
    def __init__(self, timeout: float, **kwargs) -> None:
        self._timeout = timeout
        super().__init__(**kwargs)

    def send(self, request, **kwargs):
        kwargs["timeout"] = kwargs.get("timeout") or self._timeout
        return super().send(request, **kwargs)


def build_session(token: str, timeout: float = 30.0) -> requests.Session:
    session = requests.Session()
    session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
    transient = Retry(
        total=3,
        status_forcelist=(408, 500, 502, 503, 504),
        allowed_methods=frozenset({"GET", "POST"}),
        backoff_factor=3,
        raise_on_status=False,
    )
    adapter = TimeoutAdapter(timeout, max_retries=transient)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session
