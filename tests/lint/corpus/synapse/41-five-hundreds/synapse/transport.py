from __future__ import annotations

from typing import Any

import requests

from .faults import SynapseFault


class Transport:
    def __init__(self, gateway: str, fingerprint: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": f"|{fingerprint}"})

    def request(self, method: str, path: str, **kwargs: Any) -> dict[str, Any]:
        response = self.session.request(method, self.base_url + path, timeout=100, **kwargs)
        body = response.json()
        if body.get("error_code", "0") not in ("0",):
            raise SynapseFault(body)
        return body
