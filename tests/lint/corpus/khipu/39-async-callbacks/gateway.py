from __future__ import annotations

from collections.abc import Callable
from typing import Any

import requests

Token = Callable[[], str]


class Gateway:
    """Starts scraping jobs whose answer arrives later at our callback."""

    def __init__(self, new_token: Token, callback: str, base_url: str = "https://api.khipu.com"):
        self._new_token = new_token
        self._token = new_token()
        self._callback = callback
        self._url = f"{base_url}/v1/cl/services/sii.cl/invoices"

    def start(self, reference: str, query: dict[str, Any]) -> dict[str, Any]:
        answer = self._post(reference, query)
        if answer["Status"] == "ERROR" and answer["Error"]["Code"] == "A000":
            self._token = self._new_token()
            answer = self._post(reference, query)
        return answer

    def _post(self, reference: str, query: dict[str, Any]) -> dict[str, Any]:
        response = requests.post(
            self._url,
            json={**query, "CallbackUrl": f"{self._callback}?ref={reference}"},
            headers={"Authorization": f"Bearer {self._token}"},
            timeout=30,
        )
        return response.json()
