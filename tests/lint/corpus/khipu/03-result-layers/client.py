from __future__ import annotations

from typing import Callable

import requests

from layers import again, fresh_token, logged, stack
from result import Bad, Good, Result


class TokenStore:
    def __init__(self, mint: Callable[[], str]) -> None:
        self._mint = mint
        self.current = mint()

    def renew(self) -> str:
        self.current = self._mint()
        return self.current


class Khipu:
    def __init__(self, base_url: str, mint: Callable[[], str], log: Callable[[str], None]) -> None:
        self._base_url = base_url
        self._tokens = TokenStore(mint)
        self._run = stack(self._send, again(2), fresh_token(self._tokens.renew), logged(log))

    def _send(self, job: dict) -> Result:
        doc = requests.post(
            self._base_url + job["path"],
            json=job["payload"],
            headers={"Authorization": "Bearer " + job["token"]},
            timeout=90,
        ).json()
        error = doc.get("Error")
        if error is None:
            return Good(doc["Data"])
        return Bad(error["Code"], error["Type"], error["Description"])

    def movements(self, bank: str, rut: str, password: str) -> Result:
        return self._run(
            {
                "path": f"/v1/cl/banks/{bank}/movements",
                "payload": {"Username": rut, "Password": password},
                "token": self._tokens.current,
            }
        )
