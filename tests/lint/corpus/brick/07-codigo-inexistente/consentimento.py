from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx

import constantes as k


@dataclass
class Resultado:
    ok: bool
    tela: str
    codigo: str = ""
    dados: dict[str, Any] | None = None


def tela_para(codigo: str) -> str:
    if codigo in (k.CONSENTIMENTO_EXPIRADO, k.CONSENTIMENTO_REJEITADO):
        return "renovar"
    elif codigo == k.CONSENTIMENTO_NAO_ENCONTRADO:
        return "criar"
    elif codigo in k.PERMISSOES:
        return "permissoes"
    elif codigo in k.DATAS:
        return "validade"
    return "erro"


class Consentimentos:
    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    def consultar(self, consent_id: str) -> Resultado:
        resposta = self._http.get(f"/data/consents/{consent_id}")
        corpo = resposta.json()
        if resposta.status_code == httpx.codes.OK:
            return Resultado(True, "detalhe", dados=corpo["data"])
        codigo = corpo.get("code") or corpo.get("error") or str(resposta.status_code)
        return Resultado(False, tela_para(codigo), codigo)
