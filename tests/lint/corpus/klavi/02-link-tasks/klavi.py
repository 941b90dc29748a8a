from __future__ import annotations

from typing import Any

import httpx


class KlaviError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


class KlaviAccessError(KlaviError):
    """Our partner credentials are the problem."""


class KlaviRequestError(KlaviError):
    """The request is the problem."""


class Klavi:
    def __init__(self, partner_code: str, partner_token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.http = httpx.Client(
            base_url=base_url,
            headers={"X-Partner-Code": partner_code, "X-Partner-Token": partner_token},
            timeout=60,
        )

    def connect(self, cpf: str, institution: str, credentials: dict[str, str]) -> dict[str, Any]:
        """Logs in at the institution and starts the collection."""
        reply = self.http.post(
            "/data/v1/connections",
            json={"cpf": cpf, "institution": institution, **credentials},
        ).json()
        code = int(reply["code"])
        if code != 200:
            raise KlaviError(code, reply["message"])
        return reply["data"]

    def set_auto_update(self, connection_key: str, allowed: bool) -> dict[str, Any]:
        reply = self.http.put(
            "/data/v1/user-data",
            json={"connectionKey": connection_key, "allowAutoUpdate": allowed},
        ).json()
        code, message = int(reply["code"]), reply["message"]
        if code == 600:
            raise KlaviRequestError(code, message)
        elif code == 601:
            raise KlaviError(code, message)
        elif code == 602:
            raise KlaviRequestError(code, message)
        elif code in (701, 702, 703):
            raise KlaviAccessError(code, message)
        return reply
