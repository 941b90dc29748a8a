"""Coleta noturna: vários traceId em paralelo, um relatório por cliente."""
from __future__ import annotations

import logging
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import requests

from erros import BancoForaDoAr, ErroColeta

log = logging.getLogger("coleta")

TENTATIVAS = 4
TIMEOUT_OU_LOTADO = frozenset({408, 429})


def esgotado(codigo: int) -> bool:
    return codigo in TIMEOUT_OU_LOTADO


class Coleta:
    def __init__(self, base: str = "https://api.klavi.ai", token: str = "", paralelos: int = 4) -> None:
        self.base = base
        self.token = token
        self.paralelos = paralelos

    def _buscar(self, trace: str) -> dict[str, Any]:
        resposta = requests.get(
            f"{self.base}/data/v1/report/{trace}",
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=60,
        )
        return resposta.json()

    def um(self, trace: str) -> dict[str, Any]:
        for tentativa in range(TENTATIVAS):
            corpo = self._buscar(trace)
            codigo = int(corpo["code"])
            if codigo == 200:
                return corpo["data"]
            if esgotado(codigo) and tentativa + 1 < TENTATIVAS:
                time.sleep(20 * (tentativa + 1))
                continue
            raise ErroColeta.de(codigo, corpo.get("message", ""))
        raise AssertionError("sem tentativas")

    def varios(self, traces: list[str]) -> dict[str, dict[str, Any] | ErroColeta]:
        saida: dict[str, dict[str, Any] | ErroColeta] = {}
        with ThreadPoolExecutor(self.paralelos) as executor:
            futuros = {trace: executor.submit(self.um, trace) for trace in traces}
        for trace, futuro in futuros.items():
            try:
                saida[trace] = futuro.result()
            except BancoForaDoAr as erro:
                log.warning("banco fora do ar para %s, fica para amanhã: %s", trace, erro)
                saida[trace] = erro
            except ErroColeta as erro:
                log.error("%s falhou: %s", trace, erro)
                saida[trace] = erro
        return saida
