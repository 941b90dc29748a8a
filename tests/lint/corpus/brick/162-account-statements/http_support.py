"""House standard for outgoing HTTP (guideline ID-17): every integration takes its session from this factory."""
from __future__ import annotations

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

USER_AGENT = "bank-integration/3.2"


class SessionFactory:
    """Creates sessions that survive short outages of a partner."""

    TRANSIENT_STATUS = frozenset({500, 502, 503, 504})

    def __init__(self, resends: int = 3, backoff_factor: float = 1.5, pool_size: int = 8) -> None:
        self._resends = resends
        self._backoff_factor = backoff_factor
        self._pool_size = pool_size

    def create(self) -> requests.Session:
        policy = Retry(
            total=self._resends,
            backoff_factor=self._backoff_factor,
            status_forcelist=self.TRANSIENT_STATUS,
            allowed_methods=frozenset({"GET", "HEAD"}),
            respect_retry_after_header=False,
            raise_on_status=False,
        )
        adapter = HTTPAdapter(max_retries=policy, pool_maxsize=self._pool_size)
        session = requests.Session()
        session.headers["User-Agent"] = USER_AGENT
        session.mount("https://", adapter)
        session.mount("http://", adapter)
        return session
