from __future__ import annotations

import time
from typing import Any, Callable, NamedTuple

import httpx

from flanks_errors import Code, FlanksError, StillProcessing, Unauthorized, raise_for


class Exchange(NamedTuple):
    credentials_token: str
    under_review: bool


class FlanksClient:
    poll_every = 20.0
    poll_limit = 45

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        base_url: str = "https://api.flanks.io",
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._id = client_id
        self._secret = client_secret
        self._http = httpx.Client(base_url=base_url, timeout=30)
        self._sleep = sleep
        self._token: str | None = None

    def _authenticate(self) -> str:
        response = self._http.post(
            "/v0/token",
            json={"client_id": self._id, "client_secret": self._secret, "grant_type": "client_credentials"},
        )
        body = _decode(response)
        raise_for(response.status_code, body)
        self._token = body["access_token"]
        return self._token

    def _request(self, path: str, payload: dict[str, Any]) -> tuple[int, Any]:
        token = self._token or self._authenticate()
        try:
            return self._post(path, payload, token)
        except Unauthorized:
            return self._post(path, payload, self._authenticate())

    def _post(self, path: str, payload: dict[str, Any], token: str) -> tuple[int, Any]:
        response = self._http.post(path, json=payload, headers={"Authorization": f"Bearer {token}"})
        body = _decode(response)
        if isinstance(body, dict):
            raise_for(response.status_code, body)
        return response.status_code, body

    def exchange(self, code: str) -> Exchange:
        """Swap the `code` which Flanks Link put into our redirect for a credentials token."""
        status, body = self._request("/v0/link/token", {"code": code})
        return Exchange(body["credentials_token"], status == 202 or body.get("error_code") == Code.SCA_ERROR)

    def portfolio(self, credentials_token: str) -> list[dict[str, Any]]:
        payload = {"credentials_token": credentials_token}
        try:
            return self._request("/v0/bank/investments", payload)[1]
        except StillProcessing:
            self._wait_until_ready(credentials_token)
        return self._request("/v0/bank/investments", payload)[1]

    def _wait_until_ready(self, credentials_token: str) -> None:
        for _ in range(self.poll_limit):
            self._sleep(self.poll_every)
            _, state = self._request("/v0/credentials/status", {"credentials_token": credentials_token})
            if state.get("errored"):
                raise FlanksError(200, Code.INCOMPLETE, f"errored: {state['errored']}")
            if not state.get("pending"):
                return
        raise StillProcessing(200, Code.PROCESSING, "gave up polling")


def _decode(response: httpx.Response) -> Any:
    try:
        return response.json()
    except ValueError:
        return {"error": response.text[:200]}
