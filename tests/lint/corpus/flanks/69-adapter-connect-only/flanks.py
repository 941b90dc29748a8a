"""Flanks session. Connections that can't be opened are tried again; answers never are."""
from __future__ import annotations

from typing import Any, Final

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from settings import FlanksSettings

OK: Final = 200


class FlanksAnswer(Exception):
    """Flanks answered, but not with data."""

    def __init__(self, response: requests.Response, body: dict[str, Any]) -> None:
        super().__init__(response.status_code, body)
        self.response = response
        self.code: int | None = body.get("error_code")
        self.text: str = body.get("error") or body.get("message") or ""


class FlanksSession(requests.Session):
    def __init__(self, settings: FlanksSettings) -> None:
        super().__init__()
        self.settings = settings
        self.headers["Authorization"] = f"Bearer {settings.token}"
        connect_only = Retry(
            total=None,
            connect=settings.http.connect_tries,
            read=0,
            status=0,
            other=0,
            backoff_factor=settings.http.connect_pause,
            respect_retry_after_header=False,
        )
        self.mount("https://", HTTPAdapter(max_retries=connect_only))
        self.mount("http://", HTTPAdapter(max_retries=connect_only))

    def ask(self, path: str, **fields: Any) -> dict[str, Any]:
        response = self.post(self.settings.base_url + path, json=fields, timeout=self.settings.http.timeout)
        body = response.json()
        if (response.status_code, body.get("error_code")) != (OK, None):
            raise FlanksAnswer(response, body)
        return body


def mortgage(session: FlanksSession, credentials_token: str) -> float:
    loans = session.ask("/v0/bank/loan", credentials_token=credentials_token)["loans"]
    return sum(loan["pending"] for loan in loans if loan.get("kind") == "mortgage")
