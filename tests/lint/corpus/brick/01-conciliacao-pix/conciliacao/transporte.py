from __future__ import annotations

import logging
import time
from typing import Any

import httpx

from . import erros, metricas
from .config import Config

log = logging.getLogger(__name__)


class Transporte:
    def __init__(self, config: Config) -> None:
        self._config = config
        self._http = httpx.Client(
            base_url=config.url_base,
            timeout=config.timeout,
            headers={"Authorization": f"Bearer {config.token}"},
        )

    def busca(self, caminho: str) -> dict[str, Any]:
        esperas = iter(self._config.esperas())
        while True:
            resposta = self._http.get(caminho)
            if resposta.status_code in (200, 203):
                return resposta.json()
            erro = erros.de_resposta(resposta)
            espera = next(esperas, None) if erro.repete else None
            if espera is None:
                raise erro
            metricas.incrementa("brick_repeticao", status=erro.status)
            log.warning("%s; nova tentativa em %ss", erro, espera)
            time.sleep(espera)
