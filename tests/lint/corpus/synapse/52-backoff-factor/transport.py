"""httpx client with retries for SynapseFI."""
from __future__ import annotations

from dataclasses import dataclass

import httpx
from httpx_retries import Retry, RetryTransport


@dataclass(frozen=True)
class Credentials:
    client_id: str
    client_secret: str
    oauth_key: str
    fingerprint: str

    def headers(self) -> dict[str, str]:
        return {
            "X-SP-GATEWAY": f"{self.client_id}|{self.client_secret}",
            "X-SP-USER": f"{self.oauth_key}|{self.fingerprint}",
        }


def build(credentials: Credentials, base_url: str = "https://api.synapsefi.com/v3.1") -> httpx.Client:
    retry = Retry(
        total=5,
        allowed_methods=["GET", "PATCH"],
        status_forcelist=[httpx.codes.SERVICE_UNAVAILABLE],
        respect_retry_after_header=True,
    )
    return httpx.Client(
        base_url=base_url,
        headers=credentials.headers(),
        timeout=100,
        transport=RetryTransport(retry=retry),
    )
