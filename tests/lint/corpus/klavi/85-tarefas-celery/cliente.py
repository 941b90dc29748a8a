from typing import Any, Dict

import requests

from erros import KlaviErro

CONCLUIDO = (200, 201, 202, 203)


class ClienteKlavi:
    def __init__(self, base_url: str, parceiro: str, token: str) -> None:
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers.update({"X-Partner-Code": parceiro, "X-Partner-Token": token})

    def relatorio(self, trace_id: str) -> Dict[str, Any]:
        resposta = self.http.get(
            f"{self.base_url}/data/v1/reports", params={"traceId": trace_id}, timeout=30
        )
        corpo = resposta.json()
        codigo = int(corpo["code"])
        if codigo in CONCLUIDO:
            return corpo["data"]
        raise KlaviErro(codigo, corpo.get("message", ""))
