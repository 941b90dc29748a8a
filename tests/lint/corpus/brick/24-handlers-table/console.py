from __future__ import annotations

import requests

from handlers import handle
from outcome import Outcome


class Console:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def look(self, path: str, consent_id: str) -> Outcome:
        response = self.session.get(self.base_url + path, headers={"x-consent-id": consent_id}, timeout=20)
        body = response.json()
        if response.status_code == requests.codes.ok:
            return Outcome(body["data"])
        return handle(response.status_code, body)
