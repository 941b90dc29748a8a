from __future__ import annotations

from typing import Any, Optional

import requests
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from .errors import ServerFault, error_from


def default_retrying() -> Retrying:
    return Retrying(
        retry=retry_if_exception_type(ServerFault),
        wait=wait_exponential(multiplier=3, exp_base=2, max=120),
        stop=stop_after_attempt(12),
        reraise=True,
    )


class Transport:
    def __init__(self, base_url: str, token: str, retrying: Optional[Retrying] = None) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + token
        self.session.hooks["response"].append(self._check)
        self.retrying = retrying or default_retrying()

    @staticmethod
    def _check(response: requests.Response, *args: Any, **kwargs: Any) -> None:
        if response.status_code < 400:
            return
        try:
            body = response.json()
        except ValueError:
            body = {"message": response.text[:200]}
        raise error_from(response.status_code, body)

    def send(self, method: str, path: str, **kwargs: Any) -> requests.Response:
        return self.retrying(self.session.request, method, self.base_url + path, timeout=30, **kwargs)
