from __future__ import annotations

from typing import Any

import requests

from mixins import BearerMixin, CheckedMixin


class KlaviError(Exception):
    """Carries the response; `code` and `message` read its body."""

    def __init__(self, response: requests.Response) -> None:
        super().__init__(response.text)
        self.response = response

    @property
    def code(self) -> int:
        return self.response.json()["code"]

    @property
    def message(self) -> str:
        return self.response.json().get("message", "")


class KlaviIncomplete(KlaviError):
    pass


class Klavi(BearerMixin, CheckedMixin):
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.use_token(token)
        self.install_check()

    def check(self, response: requests.Response) -> None:
        code = response.json().get("code")
        if code == 200:
            return
        raise (KlaviIncomplete if code in {201, 202, 203} else KlaviError)(response)

    def income(self, cpf: str) -> dict[str, Any]:
        response = self.session.get(f"{self.base_url}/open-data/v1/income/{cpf}", timeout=30)
        return response.json()["data"]
