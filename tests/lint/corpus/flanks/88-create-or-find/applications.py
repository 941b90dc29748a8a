"""Applications at Flanks: create one, or use the one that is there."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests


class FlanksError(Exception):
    def __init__(self, response: requests.Response) -> None:
        self.response = response
        self.body: dict[str, Any] = response.json()
        super().__init__(f"{response.status_code}/{self.body.get('error_code')}: {self.body.get('error')}")

    @property
    def exists_already(self) -> bool:
        return self.response.status_code == 409 and self.body.get("error_code") == 40001


@dataclass(frozen=True)
class Application:
    name: str
    client_id: str


class Applications:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _post(self, path: str, **payload: Any) -> dict[str, Any]:
        response = self.session.post(self.base_url + path, json=payload, timeout=30)
        if response.status_code != 200 or "error_code" in response.json():
            raise FlanksError(response)
        return response.json()

    def find(self, name: str) -> Application:
        body = self._post("/v0/platform/application/get", name=name)
        return Application(name, body["client_id"])

    def ensure(self, name: str) -> Application:
        try:
            body = self._post("/v0/platform/application/create", name=name)
        except FlanksError as error:
            if not error.exists_already:
                raise
            return self.find(name)
        return Application(name, body["client_id"])
