from __future__ import annotations

from typing import Any

import backoff
import requests

TRANSITORIOS = (20002, 50001)


class FlanksError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body

    @property
    def code(self) -> int | None:
        return self.body.get("error_code")


class Fuente:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    @backoff.on_exception(
        backoff.constant,
        FlanksError,
        interval=60,
        max_tries=5,
        jitter=None,
        giveup=lambda e: e.code not in TRANSITORIOS,
        raise_on_giveup=False,
    )
    def cuentas(self, credencial: str) -> list[dict[str, Any]]:
        r = self.session.post(
            f"{self.base_url}/v0/bank/account", json={"credentials_token": credencial}, timeout=30
        )
        body = r.json()
        if r.status_code != 200 or body.get("error_code") is not None:
            raise FlanksError(r.status_code, body)
        return body["accounts"]
