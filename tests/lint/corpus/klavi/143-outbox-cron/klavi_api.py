"""One call to Klavi; what the answer means is the worker's business."""
from __future__ import annotations

from typing import Any, NamedTuple

import requests

KLAVI = "https://api.klavi.ai"


class Reply(NamedTuple):
    code: int | None
    message: str
    data: dict[str, Any]


class KlaviApi:
    def __init__(self, session: requests.Session, token: str, base_url: str = KLAVI) -> None:
        self._session = session
        self._base_url = base_url
        self._auth = {"Authorization": f"Bearer {token}"}

    def connect(self, institution: str, login: str, password: str) -> Reply:
        response = self._session.post(
            f"{self._base_url}/open-data/v1/connections",
            json={"institution": institution, "login": login, "password": password},
            headers=self._auth,
            timeout=(5, 60),
        )
        body = response.json()
        return Reply(body.get("code"), body.get("message", ""), body.get("data") or {})
