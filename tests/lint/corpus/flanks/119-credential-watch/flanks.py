from __future__ import annotations

import time
from enum import IntEnum
from functools import partial
from typing import Any, Callable

import attrs
import requests


class Code(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


@attrs.frozen
class Failure(Exception):
    status: int
    code: int | None
    error: str

    def __str__(self) -> str:
        name = Code(self.code).name if self.code in Code._value2member_map_ else "NO_CODE"
        return f"{name} (http {self.status}, {self.code}): {self.error}"


class GaveUp(Exception):
    """Still processing after the longest wait that we allow."""


@attrs.frozen
class Token:
    value: str
    under_review: bool = False


@attrs.define
class Flanks:
    client_id: str
    client_secret: str
    base_url: str = "https://api.flanks.io"
    poll_every: float = 15.0
    poll_rounds: int = 40
    sleep: Callable[[float], None] = time.sleep
    _session: requests.Session = attrs.field(factory=requests.Session, init=False)
    _bearer: str | None = attrs.field(default=None, init=False)

    def _login(self) -> None:
        response = self._session.post(
            f"{self.base_url}/v0/token",
            json={
                "client_id": self.client_id,
                "client_secret": self.client_secret,
                "grant_type": "client_credentials",
            },
            timeout=20,
        )
        if not response.ok:
            raise self._failure(response)
        self._bearer = response.json()["access_token"]

    def _failure(self, response: requests.Response) -> Failure:
        try:
            body = response.json()
        except ValueError:
            body = {}
        return Failure(response.status_code, body.get("error_code"), body.get("error") or body.get("message", response.reason))

    def _post(self, path: str, **payload: Any) -> requests.Response:
        if self._bearer is None:
            self._login()
        send = partial(self._session.post, self.base_url + path, json=payload, timeout=60)
        response = send(headers={"Authorization": f"Bearer {self._bearer}"})
        if response.status_code == 401:
            self._login()
            response = send(headers={"Authorization": f"Bearer {self._bearer}"})
        if not response.ok:
            raise self._failure(response)
        return response

    def exchange(self, code: str) -> Token:
        response = self._post("/v0/links/code/exchange", code=code)
        body = response.json()
        held = response.status_code == 202 or body.get("error_code") == Code.SCA_ERROR
        return Token(body["credentials_token"], under_review=held)

    def _pending(self, credentials_token: str) -> bool:
        status = self._post("/v0/credentials/status", credentials_token=credentials_token).json()
        return bool(status.get("pending"))

    def accounts(self, credentials_token: str) -> list[dict[str, Any]]:
        for _ in range(self.poll_rounds):
            try:
                response = self._post("/v0/credentials/accounts", credentials_token=credentials_token)
                if response.status_code == 202:
                    raise self._failure(response)
                return response.json()
            except Failure as failure:
                if failure.code != Code.PROCESSING:
                    raise
            self._wait_until_collected(credentials_token)
        raise GaveUp(credentials_token)

    def _wait_until_collected(self, credentials_token: str) -> None:
        for _ in range(self.poll_rounds):
            self.sleep(self.poll_every)
            if not self._pending(credentials_token):
                return
        raise GaveUp(credentials_token)
