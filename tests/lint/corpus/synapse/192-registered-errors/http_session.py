"""requests session whose response hook lets nothing but a success through."""
from __future__ import annotations

from typing import Any

import requests

from errors import SynapseError


def refuse_errors(response: requests.Response, *args: Any, **kwargs: Any) -> None:
    try:
        body = response.json()
    except ValueError:
        body = {}
    if response.status_code != 200 or body.get("error_code", "0") != "0":
        raise SynapseError.build(response.status_code, body)


class GatewaySession(requests.Session):
    def __init__(self, gateway: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        super().__init__()
        self.base_url = base_url
        self.headers["X-SP-GATEWAY"] = gateway
        self.hooks["response"].append(refuse_errors)

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> requests.Response:
        kwargs.setdefault("timeout", 45)
        return super().request(method, self.base_url + url, *args, **kwargs)
