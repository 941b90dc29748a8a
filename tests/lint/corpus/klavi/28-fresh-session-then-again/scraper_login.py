"""Logs customers in at their bank. Duplicated logins were our most common failure."""
from __future__ import annotations

from typing import Any

import requests

DUPLICATED_LOGIN = 413


class LoginFailed(Exception):
    def __init__(self, code: int, message: str, attempt: int) -> None:
        super().__init__(code, message, attempt)
        self.code = code
        self.message = message
        self.attempt = attempt


class ScraperLogin:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.token = token
        self.url = f"{base_url}/open-data/v1/login"
        self._session: requests.Session | None = None

    @property
    def session(self) -> requests.Session:
        if self._session is None:
            self._session = requests.Session()
            self._session.headers["Authorization"] = f"Bearer {self.token}"
        return self._session

    def reset(self) -> None:
        """Forgets cookies and pooled connections."""
        if self._session is not None:
            self._session.close()
        self._session = None

    def _login(self, form: dict[str, str], attempt: int) -> dict[str, Any]:
        body = self.session.post(self.url, json=form, timeout=60).json()
        if body["code"] != 200:
            raise LoginFailed(body["code"], body.get("message", ""), attempt)
        return body["data"]

    def login(self, **form: str) -> dict[str, Any]:
        try:
            return self._login(form, 1)
        except LoginFailed as exc:
            if exc.code != DUPLICATED_LOGIN:
                raise
        self.reset()
        return self._login(form, 2)
