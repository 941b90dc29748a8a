from __future__ import annotations

from typing import Any

import httpx

from erros import ErroBrick, ErroRequisicao, ErroServidor
from politica import repetir_servidor


class Recursos:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    @repetir_servidor
    def listar(self, consent_id: str) -> list[dict[str, Any]]:
        resposta = self.http.get("/data/resources", headers={"x-consent-id": consent_id})
        corpo = resposta.json()
        if resposta.status_code >= 500:
            raise ErroServidor(resposta.status_code, corpo)
        if 400 <= resposta.status_code < 500:
            raise ErroRequisicao(resposta.status_code, corpo)
        if resposta.status_code != 200:
            raise ErroBrick(resposta.status_code, corpo)
        return corpo["data"].get("resources", [])
