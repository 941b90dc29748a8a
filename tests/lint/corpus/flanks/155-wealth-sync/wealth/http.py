from __future__ import annotations

import logging
import time
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from wealth.errors import FlanksError, SecurityChecks, StillProcessing

logger = logging.getLogger(__name__)

BASE_URL = "https://api.flanks.io"
POLL_SECONDS = 20
POLL_TIMES = 45


class FlanksAPI:
    def __init__(self, bearer: str, base_url: str = BASE_URL):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {bearer}"
        # connection problems only; whatever Flanks answers is for us to read
        adapter = HTTPAdapter(max_retries=Retry(total=3, connect=3, read=0, status=0, other=0, backoff_factor=0.5))
        self.session.mount("https://", adapter)
        self.session.mount("http://", adapter)

    def _request(
        self,
        path: str,
        *,
        payload: dict[str, Any] | None = None,
        wait: bool = False,
        timeout: float = 30,
        method: str = "POST",
    ) -> Any:
        polls = POLL_TIMES if wait else 1
        while polls:
            polls -= 1
            response = self.session.request(method, self.base_url + path, json=payload, timeout=timeout)
            try:
                return self._read(response)
            except StillProcessing:
                if not polls:
                    raise
                logger.debug("%s: data still being retrieved, %s polls left", path, polls)
                time.sleep(POLL_SECONDS)

    def _read(self, response: requests.Response) -> Any:
        if response.status_code == 202:
            raise SecurityChecks.from_response(response)
        if not response.ok:
            raise FlanksError.from_response(response)
        return response.json()
