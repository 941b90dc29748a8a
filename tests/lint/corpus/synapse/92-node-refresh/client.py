from typing import Any, NamedTuple

import requests

from config import RefreshConfig


class Answer(NamedTuple):
    http: int
    code: str
    text: str
    body: dict[str, Any]


class SynapseClient:
    def __init__(self, config: RefreshConfig) -> None:
        self.config = config
        self.http = requests.Session()
        self.http.headers.update({
            "X-SP-GATEWAY": f"{config.client_id}|{config.client_secret}",
            "X-SP-USER": f"{config.oauth_key}|fingerprint",
        })

    def refresh_node(self, user_id: str, node_id: str) -> Answer:
        response = self.http.patch(
            f"{self.config.base_url}/users/{user_id}/nodes/{node_id}",
            params={"refresh": "yes"},
            timeout=60,
        )
        body = response.json()
        text = (body.get("error") or {}).get("en", "")
        return Answer(response.status_code, str(body.get("error_code", "0")), text, body)
