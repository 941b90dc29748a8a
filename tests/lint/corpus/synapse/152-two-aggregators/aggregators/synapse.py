from __future__ import annotations

import httpx

from .base import LinkError, LoginRequest, MfaNeeded

RETRY_STATUS = frozenset({402, 429, 503})


class SynapseLinker:
    name = "synapse"

    def __init__(self, gateway: str, base_url: str = "https://api.synapsefi.com") -> None:
        self._http = httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": gateway}, timeout=60)

    def link(self, req: LoginRequest) -> list[str]:
        resp = self._http.post(
            f"/v3.1/users/{req.user}/nodes",
            json={
                "type": "ACH-US",
                "info": {"bank_id": req.username, "bank_pw": req.password, "bank_name": req.bank},
            },
        )
        body = resp.json()
        if resp.status_code == 202:
            raise MfaNeeded(body["mfa"]["access_token"], body["mfa"]["message"])
        if resp.status_code == 200:
            return [node["_id"] for node in body["nodes"]]
        error = body.get("error") or {}
        code = error.get("code")
        raise LinkError(
            self.name,
            code,
            error.get("en", ""),
            retryable=resp.status_code in RETRY_STATUS,
            needs_user=code in ("110", "200"),
        )
