"""Value of the UF, from the public indicator service (nothing to do with banks)."""
from __future__ import annotations

from gateway import GatewayError, JsonGateway, Verdict


class IndicatorGateway(JsonGateway):
    max_sends = 5
    pause = 0.5

    def __init__(self, base_url: str = "https://mindicador.cl") -> None:
        super().__init__(base_url)

    def judge(self, status, doc):
        if status == 200 and "serie" in doc:
            return Verdict.ACCEPT
        if status in (429, 500, 502, 503, 504):
            return Verdict.AGAIN
        return Verdict.REJECT

    def failure(self, status, doc):
        return GatewayError(f"indicator service: HTTP {status} {doc.get('message', '')}")

    def uf(self) -> float:
        return float(self.send("GET", "/api/uf")["serie"][0]["valor"])
