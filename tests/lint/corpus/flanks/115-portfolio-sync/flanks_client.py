from __future__ import annotations

import logging
import time
from typing import Any

import requests

from flanks_errors import DataUnavailable, NotAuthenticated, StillProcessing, error_for, raise_for

logger = logging.getLogger(__name__)


class FlanksClient:
    def __init__(
        self,
        client_id: str,
        client_secret: str,
        base_url: str = "https://api.flanks.io",
        poll_every: float = 20.0,
        patience: float = 900.0,
    ) -> None:
        self._base_url = base_url
        self._login = {"client_id": client_id, "client_secret": client_secret, "grant_type": "client_credentials"}
        self._poll_every = poll_every
        self._patience = patience
        self._token: str | None = None

    def portfolio(self, credentials_token: str) -> list[dict[str, Any]]:
        payload = {"credentials_token": credentials_token}
        try:
            return self._portfolio(payload)
        except StillProcessing as exc:
            self._wait_until_created(credentials_token, exc)
        return self._portfolio(payload)

    def _portfolio(self, payload: dict[str, Any]) -> list[dict[str, Any]]:
        body = self._call("/v0/bank/credentials/portfolio", payload)
        if body.get("error_code") is not None:
            raise error_for(202, body["error_code"], body.get("message", ""))
        return body["portfolio"]

    def exchange(self, link_code: str) -> tuple[str, bool]:
        """The credentials_token of a finished link, and whether it can be used already."""
        body = self._call("/v0/platform/link", {"code": link_code})
        return body["credentials_token"], body.get("error_code") is None

    def _wait_until_created(self, credentials_token: str, reason: StillProcessing) -> None:
        for _ in range(int(self._patience // self._poll_every)):
            time.sleep(self._poll_every)
            status = self._call("/v0/credentials/status", {"credentials_token": credentials_token})
            if status.get("errored"):
                raise DataUnavailable(200, 20001, "status says errored")
            if status.get("created"):
                return
            logger.debug("%s still pending", credentials_token)
        raise reason

    def _call(self, path: str, payload: dict[str, Any]) -> Any:
        if self._token is None:
            self._token = self._authenticate()
            return self._send(path, payload)
        try:
            return self._send(path, payload)
        except NotAuthenticated:
            self._token = self._authenticate()
        return self._send(path, payload)

    def _authenticate(self) -> str:
        response = requests.post(self._base_url + "/v0/token", json=self._login, timeout=15)
        body = self._body(response)
        raise_for(response.status_code, body)
        return body["access_token"]

    def _send(self, path: str, payload: dict[str, Any]) -> Any:
        response = requests.post(
            self._base_url + path,
            json=payload,
            headers={"Authorization": "Bearer %s" % self._token},
            timeout=30,
        )
        body = self._body(response)
        raise_for(response.status_code, body if isinstance(body, dict) else {})
        return body

    @staticmethod
    def _body(response: requests.Response) -> Any:
        try:
            return response.json()
        except ValueError:
            return {"error": response.text[:300]}
