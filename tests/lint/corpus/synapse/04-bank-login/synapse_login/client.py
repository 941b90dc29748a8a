from __future__ import annotations

import httpx

from synapse_login.errors import SlowDown, SynapseTrouble, build
from synapse_login.retrying import again_on


class BankLogin:
    def __init__(self, gateway: str, base_url: str = "https://api.synapsefi.com") -> None:
        self._http = httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": gateway}, timeout=90)

    @again_on(SynapseTrouble, SlowDown, times=4, first=60)
    def link(self, user_id: str, oauth_key: str, bank: str, username: str, password: str) -> list[str]:
        response = self._http.post(
            f"/v3.1/users/{user_id}/nodes",
            headers={"X-SP-USER": oauth_key},
            json={"type": "ACH-US", "info": {"bank_id": username, "bank_pw": password, "bank_name": bank}},
        )
        body = response.json()
        if response.status_code != 200 or body.get("error_code") != "0":
            raise build(response.status_code, body)
        return [node["_id"] for node in body["nodes"]]
