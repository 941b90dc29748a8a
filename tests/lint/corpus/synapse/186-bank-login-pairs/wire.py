from __future__ import annotations

from typing import Any

import requests

from faults import ActionPending, Surface, fault

PRODUCTION = "https://api.synapsefi.com/v3.1"


class Wire:
    def __init__(self, gateway: str, user_key: str, base_url: str = PRODUCTION) -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": user_key})

    def send(self, surface: Surface, method: str, path: str, **kwargs: Any) -> dict[str, Any]:
        response = self._session.request(method, self._base_url + path, timeout=90, **kwargs)
        status = response.status_code
        try:
            body = response.json()
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise fault(surface, str(status), "", f"no JSON object: {response.text[:200]}", response.text)
        http_code = str(body.get("http_code", status))
        error_code = str(body.get("error_code", "0" if status == 200 else ""))
        error = body.get("error")
        text = error.get("en", "") if isinstance(error, dict) else str(error or "")
        if error_code == "0" and status == 200 and http_code == "200":
            return body
        if http_code == "202" or error_code == "10" or (status == 202 and error_code in ("", "0")):
            raise ActionPending(http_code, error_code or "10", text, body)
        raise fault(surface, http_code, error_code, text, body)
