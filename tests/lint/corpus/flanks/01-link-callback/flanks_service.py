"""Flanks Link: trade the code that the browser brings back for a credentials_token."""
import logging
from dataclasses import dataclass
from typing import Any, Optional

import requests

logger = logging.getLogger(__name__)

TOKEN_DELAYED = 20003


class FlanksError(Exception):
    def __init__(self, status: int, error_code: Optional[int], error: str) -> None:
        super().__init__(f"flanks answered {status} (error_code={error_code}): {error}")
        self.status = status
        self.error_code = error_code
        self.error = error


@dataclass(frozen=True)
class LinkedCredentials:
    credentials_token: str
    under_review: bool


class FlanksService:
    def __init__(
        self,
        access_token: str,
        base_url: str = "https://api.flanks.io",
        session: Optional[requests.Session] = None,
        timeout: float = 15.0,
    ) -> None:
        self._base_url = base_url.rstrip("/")
        self._timeout = timeout
        self._session = session or requests.Session()
        self._session.headers["Authorization"] = f"Bearer {access_token}"

    def exchange_code(self, code: str) -> LinkedCredentials:
        response = self._session.post(
            f"{self._base_url}/v0/platform/link/exchange",
            json={"code": code},
            timeout=self._timeout,
        )
        body = self._decode(response)
        if response.status_code == 202:
            delayed = body.get("error_code") == TOKEN_DELAYED
            logger.info("flanks link token accepted, delayed=%s", delayed)
            return LinkedCredentials(body["credentials_token"], under_review=True)
        if response.status_code == 200:
            return LinkedCredentials(body["credentials_token"], under_review=False)
        raise FlanksError(
            response.status_code,
            body.get("error_code"),
            body.get("error") or response.reason or "",
        )

    @staticmethod
    def _decode(response: requests.Response) -> dict[str, Any]:
        try:
            body = response.json()
        except ValueError:
            raise FlanksError(response.status_code, None, response.text[:300]) from None
        if not isinstance(body, dict):
            raise FlanksError(response.status_code, None, "unexpected payload")
        return body
