from __future__ import annotations

import httpx

from router import Decision, decide


class Onboarding:
    """One customer, one bank."""

    PATH = "/open-data/v1/connections"

    def __init__(self, http: httpx.Client | None = None) -> None:
        self.http = http or httpx.Client(base_url="https://api-sandbox.klavi.ai", timeout=20.0)

    def submit(self, **form: str) -> Decision:
        response = self.http.post(self.PATH, json=form)
        return decide(response.json())
