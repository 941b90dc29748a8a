from __future__ import annotations

import httpx

from config import KlaviConfig
from dto import KlaviEnvelope


class KlaviGateway:
    def __init__(self, config: KlaviConfig) -> None:
        self._http = httpx.Client(
            base_url=config.url,
            timeout=config.timeout,
            headers={"partner-code": config.partner_code, "partner-token": config.partner_token},
        )

    def relatorio(self, cpf: str) -> KlaviEnvelope:
        resposta = self._http.get("/reports/latest", params={"cpf": cpf})
        return KlaviEnvelope.model_validate_json(resposta.content)
