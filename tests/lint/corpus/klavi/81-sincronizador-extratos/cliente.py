"""Cliente da API Open Data da Klavi."""
from __future__ import annotations

import logging
import time
from typing import Any

import httpx

from excecoes import ErroKlavi, ErroParceiro, ErroTemporario, ErroUsuario

log = logging.getLogger("klavi")

SUCESSO = (200, 201, 202, 203)

CODIGOS_USUARIO = {402, 406, 407, 408, 409, 410, 413, 419, 420, 433, 434, 435}
CODIGOS_PARCEIRO = {400, 501, 502, 503, 504, 505}

# segundos de espera antes de pedir de novo
ESPERA = {
    414: 60 * 60,
    415: 30 * 60,
    429: 20,
}


class ClienteKlavi:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai", max_tentativas: int = 3) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=40.0,
        )
        self.max_tentativas = max_tentativas

    def fechar(self) -> None:
        self._http.close()

    def obter_extrato(self, cpf: str, inicio: str, fim: str) -> dict[str, Any]:
        parametros = {"cpf": cpf, "from": inicio, "to": fim}
        tentativa = 1
        while True:
            try:
                return self._requisitar("/opendata/v1/statements", parametros)
            except ErroTemporario as erro:
                if tentativa >= self.max_tentativas:
                    raise
                espera = ESPERA[erro.codigo]
                log.warning("klavi %s, aguardando %ss (tentativa %d)", erro.codigo, espera, tentativa)
                time.sleep(espera)
                tentativa += 1

    def _requisitar(self, caminho: str, parametros: dict[str, str]) -> dict[str, Any]:
        resposta = self._http.get(caminho, params=parametros)
        corpo = resposta.json()
        codigo = int(corpo["code"])
        mensagem = corpo.get("message", "")

        if codigo in SUCESSO:
            return corpo["data"]
        if codigo in CODIGOS_USUARIO:
            raise ErroUsuario(codigo, mensagem)
        if codigo in CODIGOS_PARCEIRO:
            raise ErroParceiro(codigo, mensagem)
        if codigo in ESPERA:
            raise ErroTemporario(codigo, mensagem)
        raise ErroKlavi(codigo, mensagem)
