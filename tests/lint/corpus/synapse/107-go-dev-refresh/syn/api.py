import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any, Optional

PROD = "https://api.synapsefi.com"


@dataclass(frozen=True)
class Credentials:
    client_id: str
    client_secret: str
    oauth_key: str
    fingerprint: str


@dataclass(frozen=True)
class SynErr:
    http_code: str
    error_code: str
    text: str

    def __str__(self) -> str:
        return f"synapse {self.http_code}/{self.error_code}: {self.text}"


def err_from_body(status: int, body: dict[str, Any]) -> SynErr:
    return SynErr(
        http_code=body.get("http_code", str(status)),
        error_code=body["error_code"],
        text=body["error"]["en"],
    )


@dataclass
class Api:
    cred: Credentials
    base_url: str = PROD

    def headers(self) -> dict[str, str]:
        c = self.cred
        return {
            "X-SP-GATEWAY": f"{c.client_id}|{c.client_secret}",
            "X-SP-USER": f"{c.oauth_key}|{c.fingerprint}",
            "Content-Type": "application/json",
        }

    def do(self, method: str, path: str, payload: Optional[dict] = None) -> tuple[Optional[dict], Optional[SynErr]]:
        data = None if payload is None else json.dumps(payload).encode()
        req = urllib.request.Request(self.base_url + path, data=data, headers=self.headers(), method=method)
        try:
            with urllib.request.urlopen(req, timeout=30) as resp:
                body = json.load(resp)
                status = resp.status
        except urllib.error.HTTPError as exc:
            return None, err_from_body(exc.code, json.load(exc))
        if status == 202 or body.get("error_code") == "10":
            return None, SynErr("202", "10", "action pending")
        return body, None

    def refresh_node(self, user_id: str, node_id: str) -> tuple[Optional[dict], Optional[SynErr]]:
        return self.do("PATCH", f"/v3.1/users/{user_id}/nodes/{node_id}?resync=True", {})

    def login_bank(self, user_id: str, bank: str, name: str, secret: str) -> tuple[Optional[dict], Optional[SynErr]]:
        info = {"bank_id": name, "bank_pw": secret, "bank_name": bank}
        return self.do("POST", f"/v3.1/users/{user_id}/nodes", {"type": "ACH-US", "info": info})
