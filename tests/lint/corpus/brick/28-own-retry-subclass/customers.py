from __future__ import annotations

from typing import Any, Final

import requests

from adapters import adapter

OK: Final = (requests.codes.ok, requests.codes.created)


class CustomerDataError(Exception):
    def __init__(self, response: requests.Response) -> None:
        self.response = response
        super().__init__(response.status_code, response.text)

    def __str__(self) -> str:
        return f"{self.response.request.method} {self.response.url}: {self.response.status_code}"


class Customers:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.mount(self.base_url, adapter())
        self.session.headers["Authorization"] = f"Bearer {token}"

    def qualifications(self, consent_id: str) -> dict[str, Any]:
        response = self.session.get(
            f"{self.base_url}/data/customers/personal/qualifications",
            headers={"x-consent-id": consent_id},
            timeout=(3, 30),
        )
        if response.status_code not in OK:
            raise CustomerDataError(response)
        return response.json()["data"]
