"""Thin HTTP side: one connection request in, one (code, message, document) triple out."""
from __future__ import annotations

from typing import Any

import httpx

from fluxo import Connection, LoginFlow, Reply

KLAVI_URL = "https://api.klavi.ai"


class KlaviGateway:
    def __init__(self, partner_code: str, partner_token: str, base_url: str = KLAVI_URL) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            timeout=45,
            headers={"partnerCode": partner_code, "partnerToken": partner_token},
        )

    def _reply(self, path: str, payload: dict[str, Any]) -> Reply:
        resp = self._http.post(path, json=payload)
        try:
            doc = resp.json()
        except ValueError:
            doc = None
        if not isinstance(doc, dict) or doc.get("code") is None:
            return "unreadable", f"HTTP {resp.status_code}: {resp.text[:120]}", {}
        return str(doc["code"]), str(doc.get("message", "")), doc

    def connect(self, cpf: str, institution: str, secret: str) -> Connection:
        payload = {"cpf": cpf, "institution": institution, "password": secret}
        return LoginFlow(lambda: self._reply("/v1/connections", payload)).run()
