from __future__ import annotations

import requests

from jobs import Worker
from verdicts import Verdict, judge


class PortfolioSync:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers.update(Authorization=f"Bearer {access_token}")
        self.worker = Worker(self.sync)

    def sync(self, credentials_token: str) -> Verdict:
        resp = self.http.post(
            f"{self.base_url}/v0/bank/credentials/portfolio",
            json={"credentials_token": credentials_token},
            timeout=45,
        )
        body = resp.json()
        if resp.status_code == 200:
            return Verdict("synced", payload=body)
        return judge(body.get("error_code"))

    def sync_all(self, tokens: list[str]) -> dict[str, Verdict]:
        for token in tokens:
            self.worker.add(token)
        return self.worker.drain()
