import logging
import time
from typing import Any, Iterator, NamedTuple

import httpx

log = logging.getLogger("export.synapse")


class OAuthKey(NamedTuple):
    value: str
    expires_at: float

    def is_stale(self) -> bool:
        return time.time() > self.expires_at - 60


class SynapseApiError(Exception):
    def __init__(self, http_code: int, error_code: str, text: str):
        super().__init__("HTTP %d, error_code %s: %s" % (http_code, error_code, text))
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class SynapseApi:
    def __init__(self, gateway: str, fingerprint: str, base_url: str = "https://api.synapsefi.com/v3.1"):
        transport = httpx.HTTPTransport(retries=2)
        self._http = httpx.Client(
            base_url=base_url, transport=transport, timeout=40, headers={"X-SP-GATEWAY": gateway}
        )
        self._fingerprint = fingerprint
        self._keys: dict[str, OAuthKey] = {}

    def _key(self, user_id: str, refresh_token: str) -> OAuthKey:
        key = self._keys.get(user_id)
        if key is None or key.is_stale():
            body = self._unwrap(
                self._http.post(
                    f"/oauth/{user_id}",
                    json={"refresh_token": refresh_token},
                    headers={"X-SP-USER": f"|{self._fingerprint}"},
                )
            )
            key = OAuthKey(body["oauth_key"], float(body["expires_at"]))
            self._keys[user_id] = key
        return key

    def transactions(self, user_id: str, refresh_token: str, per_page: int = 50) -> Iterator[dict[str, Any]]:
        page, pages = 1, 1
        while page <= pages:
            key = self._key(user_id, refresh_token)
            body = self._unwrap(
                self._http.get(
                    f"/users/{user_id}/trans",
                    params={"page": page, "per_page": per_page},
                    headers={"X-SP-USER": f"{key.value}|{self._fingerprint}"},
                )
            )
            yield from body["trans"]
            pages = body["page_count"]
            page += 1

    @staticmethod
    def _unwrap(response: httpx.Response) -> dict[str, Any]:
        try:
            body = response.json()
        except ValueError:
            raise SynapseApiError(response.status_code, "", response.text[:120])
        if response.status_code != 200 or body.get("success") is False:
            error = body.get("error") or {}
            text = error.get("en") if isinstance(error, dict) else error
            raise SynapseApiError(response.status_code, str(body.get("error_code", "")), text or "")
        return body
