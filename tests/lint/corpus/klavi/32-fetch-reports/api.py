from typing import Any

import requests

from result import Err, Ok, Result
from settings import KlaviSettings


class KlaviApi:
    def __init__(self, settings: KlaviSettings) -> None:
        self.settings = settings
        self.session = requests.Session()
        self.session.headers["X-Partner-Code"] = settings.partner_code
        self.session.headers["Authorization"] = "Bearer " + settings.partner_token

    def report(self, cpf: str, kind: str) -> Result[dict[str, Any]]:
        response = self.session.get(
            f"{self.settings.base_url}/data/v1/reports/{kind}",
            params={"cpf": cpf},
            timeout=self.settings.read_timeout,
        )
        body = response.json()
        code = int(body["code"])
        if code < 300:
            return Ok(body.get("data") or {})
        return Err(code, body.get("message", ""))
