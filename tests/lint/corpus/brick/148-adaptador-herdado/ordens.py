"""Ordens de pagamento vistas pelo restante do sistema."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from erros import BrickErro, LimiteDoPeriodo
from gateway import GatewayPix

log = logging.getLogger("brick.ordens")


class Situacao(Enum):
    ENVIADA = "enviada"
    EM_PROCESSAMENTO = "em processamento"
    NAO_ENVIADA = "não enviada"
    ADIADA = "adiada"


@dataclass(frozen=True)
class Resultado:
    situacao: Situacao
    pagamento: str | None = None
    retomar_em: date | None = None


@dataclass(frozen=True)
class Ordem:
    consentimento: str
    valor: Decimal
    chave_pix: str

    def para_json(self) -> dict:
        return {
            "consentId": self.consentimento,
            "payment": {"amount": f"{self.valor:.2f}", "currency": "BRL"},
            "proxy": self.chave_pix,
        }


def _primeiro_dia_do_mes_seguinte(hoje: date) -> date:
    return date(hoje.year + hoje.month // 12, hoje.month % 12 + 1, 1)


class ServicoDeOrdens:
    def __init__(self, gateway: GatewayPix) -> None:
        self._gateway = gateway

    def executar(self, ordem: Ordem) -> Resultado:
        try:
            status, corpo = self._gateway.iniciar(ordem.para_json())
        except BrickErro as erro:
            log.error("ordem de %s não enviada: %s", ordem.consentimento, erro)
            return Resultado(Situacao.NAO_ENVIADA)
        except LimiteDoPeriodo as erro:
            log.warning("cota mensal esgotada: %s", erro)
            return Resultado(Situacao.ADIADA, retomar_em=_primeiro_dia_do_mes_seguinte(date.today()))
        situacao = Situacao.EM_PROCESSAMENTO if status == 202 else Situacao.ENVIADA
        return Resultado(situacao, corpo["data"]["paymentId"])
