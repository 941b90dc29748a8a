from __future__ import annotations

from typing import Any

import httpx
import stamina

from errors import KlaviError, error_for

SANDBOX = "https://api-sandbox.klavi.ai"


class Connector:
    def __init__(self, base_url: str = SANDBOX, *, partner_code: str = "", partner_token: str = "") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            timeout=40,
            headers={"partner_code": partner_code, "partner_token": partner_token},
        )

    def _call(self, method: str, path: str, **kwargs: Any) -> dict[str, Any]:
        reply = self._http.request(method, path, **kwargs)
        payload = reply.json()
        if payload["code"] != 200:
            raise error_for(payload["code"], payload.get("message", ""))
        return payload["data"]

    @stamina.retry(on=(httpx.TransportError, KlaviError), attempts=4, wait_initial=2.0, wait_max=30.0)
    def login(self, cpf: str, bank: str, password: str) -> str:
        body = {"cpf": cpf, "bank": bank, "password": password}
        return self._call("POST", "/open-data/v1/logins", json=body)["report_id"]

    def logout(self, report_id: str) -> None:
        self._call("DELETE", f"/open-data/v1/logins/{report_id}")
