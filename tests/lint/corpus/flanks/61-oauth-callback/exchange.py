from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass


@dataclass(frozen=True)
class ExchangeResult:
    status: int
    code: int | None
    credentials_token: str | None

    @property
    def ok(self) -> bool:
        return self.status == 200 and self.code is None

    @property
    def delayed(self) -> bool:
        return (self.status, self.code) == (202, 20003)


class Exchange:
    def __init__(self, bearer: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.bearer = bearer

    def run(self, link_code: str) -> ExchangeResult:
        request = urllib.request.Request(
            f"{self.base_url}/v0/platform/link",
            data=json.dumps({"code": link_code}).encode(),
            headers={"Authorization": f"Bearer {self.bearer}", "Content-Type": "application/json"},
            method="POST",
        )
        try:
            with urllib.request.urlopen(request, timeout=15) as reply:
                status, raw = reply.status, reply.read()
        except urllib.error.HTTPError as err:
            status, raw = err.code, err.read()
        body = json.loads(raw)
        return ExchangeResult(status, body.get("error_code"), body.get("credentials_token"))
