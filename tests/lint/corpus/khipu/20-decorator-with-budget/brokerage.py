from __future__ import annotations

from typing import Any

import requests

from repeat import Refused, repeat_when_told


class Brokerage:
    def __init__(self, token: str, host: str = "https://api.khipu.com") -> None:
        self.host = host
        self.session = requests.Session()
        self.session.headers.update(Authorization=f"Bearer {token}")

    @repeat_when_told(first=0.5)
    def holdings(self, broker: str, rut: str, password: str) -> list[dict[str, Any]]:
        body = self.session.post(
            f"{self.host}/v1/cl/brokers/{broker}/holdings",
            json={"Username": rut, "Password": password},
            timeout=100,
        ).json()
        if body["Status"] == "OK":
            return body["Data"].get("Holdings", [])
        raise Refused(body["Error"], broker=broker, operation=body.get("OperationId"))
