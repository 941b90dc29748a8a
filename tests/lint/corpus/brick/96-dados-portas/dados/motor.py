from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Callable
from typing import Any

from .catalogo import Conduta, Regra, regra_para
from .portas import Consulta, PortaDeDados, Resposta

log = logging.getLogger(__name__)


class FalhaBrick(Exception):
    def __init__(self, resposta: Resposta, regra: Regra) -> None:
        super().__init__(f"[{resposta.status}] {resposta.codigo}: {resposta.motivo}")
        self.codigo = resposta.codigo
        self.status = resposta.status
        self.conduta = regra.conduta
        self.interacao = resposta.interacao


class Leitor:
    def __init__(self, porta: PortaDeDados, dormir: Callable[[float], None] | None = None) -> None:
        self._porta = porta
        self._dormir = dormir or time.sleep

    def ler(self, consulta: Consulta) -> dict[str, Any]:
        for rodada in itertools.count():
            resposta = self._porta.enviar(consulta)
            if resposta.concluida:
                return resposta.corpo
            regra = regra_para(resposta)
            if regra.conduta is not Conduta.REPETIR or rodada >= len(regra.esperas):
                raise FalhaBrick(resposta, regra)
            log.warning("%s em %s, rodada %d", resposta.codigo, consulta.recurso, rodada + 1)
            self._dormir(regra.esperas[rodada])
        raise AssertionError("inalcançável")

    def contas(self, consentimento: str) -> list[dict[str, Any]]:
        return self.ler(Consulta("accounts/v2/accounts", consentimento))["data"]
