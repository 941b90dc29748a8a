from __future__ import annotations

import enum
import logging
import time
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from settings import FlanksSettings

log = logging.getLogger("jobs.flanks")


class Code(enum.IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FlanksApiError(Exception):
    """Any answer of Flanks that isn't the data that was asked for."""

    def __init__(self, status: int, code: int | None, message: str) -> None:
        super().__init__(f"[{status}/{code}] {message}")
        self.status = status
        self.code = code
        self.message = message


class StillProcessing(FlanksApiError):
    pass


class Unauthorized(FlanksApiError):
    pass


def build_session() -> requests.Session:
    session = requests.Session()
    only_connect = Retry(total=3, connect=3, read=0, status=0, redirect=0, other=0, backoff_factor=1)
    session.mount("https://", HTTPAdapter(max_retries=only_connect))
    return session


class FlanksClient:
    def __init__(self, settings: FlanksSettings, session: requests.Session | None = None) -> None:
        self.settings = settings
        self.session = session or build_session()
        self._token: str | None = None

    # -- auth
    def _login(self) -> str:
        response = self.session.post(
            f"{self.settings.base_url}/v0/token",
            json={
                "client_id": self.settings.client_id,
                "client_secret": self.settings.client_secret,
                "grant_type": "client_credentials",
            },
            timeout=10,
        )
        return self._check(response)["access_token"]

    # -- plumbing
    def _post(self, path: str, payload: dict[str, Any]) -> Any:
        if self._token is None:
            self._token = self._login()
            fresh = True
        else:
            fresh = False
        try:
            return self._send(path, payload)
        except Unauthorized:
            if fresh:
                raise
            log.info("access token was refused, asking for a new one")
            self._token = self._login()
            return self._send(path, payload)

    def _send(self, path: str, payload: dict[str, Any]) -> Any:
        response = self.session.post(
            f"{self.settings.base_url}{path}",
            json=payload,
            headers={"Authorization": f"Bearer {self._token}"},
            timeout=30,
        )
        return self._check(response)

    @staticmethod
    def _check(response: requests.Response) -> Any:
        try:
            body = response.json()
        except ValueError:
            raise FlanksApiError(response.status_code, None, response.text[:200]) from None
        if response.status_code == 200:
            return body
        code = body.get("error_code")
        message = body.get("error") or body.get("message") or ""
        if response.status_code == 401:
            raise Unauthorized(401, code, message)
        if code == Code.PROCESSING:
            raise StillProcessing(response.status_code, code, message)
        raise FlanksApiError(response.status_code, code, message)

    # -- operations
    def portfolio(self, credentials_token: str) -> list[dict[str, Any]]:
        payload = {"credentials_token": credentials_token}
        for attempt in range(1, self.settings.poll_limit + 1):
            try:
                return self._post("/v0/bank/credentials/portfolio", payload)
            except StillProcessing:
                if attempt == self.settings.poll_limit:
                    raise
                log.debug("portfolio not ready (poll %d)", attempt)
                time.sleep(self.settings.poll_seconds)
        raise AssertionError("poll_limit must be positive")
