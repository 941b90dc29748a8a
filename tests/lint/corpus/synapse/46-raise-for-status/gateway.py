from __future__ import annotations

from decimal import Decimal
from typing import Any

import requests


class HttpBase:
    """Thin base class of all our gateways."""

    base_url: str

    def __init__(self, session: requests.Session, base_url: str | None = None) -> None:
        self.session = session
        if base_url:
            self.base_url = base_url
        self.session.hooks["response"].append(lambda r, *args, **kwargs: r.raise_for_status())

    def _json(self, method: str, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        return self.session.request(method, self.base_url + path, json=payload, timeout=100).json()


class SynapseGateway(HttpBase):
    base_url = "https://api.synapsefi.com/v3.1"

    def verify_micro_deposits(self, user_id: str, node_id: str, amounts: tuple[Decimal, Decimal]) -> dict[str, Any]:
        micro = [float(a) for a in amounts]
        return self._json("PATCH", f"/users/{user_id}/nodes/{node_id}", {"micro": micro})
