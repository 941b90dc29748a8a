"""Login with a few attempts for the banks' bad days."""
from __future__ import annotations

from typing import Any

from tenacity import retry, retry_if_exception, stop_after_attempt, wait_random_exponential

import api

FINAL = {
    201, 202, 203, 400, 401, 402, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415,
    416, 417, 418, 419, 420, 430, 431, 433, 434, 435, 501, 502, 503, 504, 505,
}


def worth_another_try(exc: BaseException) -> bool:
    if isinstance(exc, api.KlaviError):
        return getattr(exc, "code", None) not in FINAL
    return isinstance(exc, (ConnectionError, TimeoutError))


class LoginService:
    def __init__(self, token: str, base_url: str = api.BASE_URL) -> None:
        self._token = token
        self._base_url = base_url

    @retry(
        retry=retry_if_exception(worth_another_try),
        wait=wait_random_exponential(multiplier=2, max=60),
        stop=stop_after_attempt(5),
        reraise=True,
    )
    def login(self, cpf: str, password: str) -> dict[str, Any]:
        return api.login(self._token, {"cpf": cpf, "password": password}, self._base_url)
