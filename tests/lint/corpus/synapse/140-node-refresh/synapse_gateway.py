from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from synapse_errors import SynapseError, refresh_error


@dataclass(frozen=True)
class SynapseSettings:
    client_id: str
    client_secret: str
    fingerprint: str
    base_url: str = "https://api.synapsefi.com/v3.1"

    @classmethod
    def from_env(cls) -> SynapseSettings:
        return cls(os.environ["SYNAPSE_ID"], os.environ["SYNAPSE_SECRET"], os.environ["SYNAPSE_FINGERPRINT"])


class SynapseGateway:
    def __init__(self, settings: SynapseSettings, ip_address: str = "127.0.0.1") -> None:
        self._settings = settings
        self._session = requests.Session()
        # only connections that never reached the server; no answer of the API is sent again from here
        unreachable = Retry(total=None, connect=3, read=0, redirect=0, status=0, other=0, backoff_factor=0.3)
        self._session.mount(settings.base_url, HTTPAdapter(max_retries=unreachable))
        self._session.headers.update({
            "X-SP-GATEWAY": f"{settings.client_id}|{settings.client_secret}",
            "X-SP-USER-IP": ip_address,
        })

    def refresh_node(self, user_id: str, oauth_key: str, node_id: str) -> dict[str, Any]:
        response = self._session.patch(
            f"{self._settings.base_url}/users/{user_id}/nodes/{node_id}",
            params={"refresh": "yes"},
            headers={"X-SP-USER": f"{oauth_key}|{self._settings.fingerprint}"},
            timeout=60,
        )
        try:
            body = response.json()
        except ValueError:
            raise SynapseError(response.status_code, "", response.text[:200]) from None
        if response.status_code != 200 or str(body.get("error_code", "0")) != "0":
            raise refresh_error(response.status_code, body)
        return body
