"""O que a página do Brick manda fazer com cada resposta. Sem rede, sem relógio escondido: só decide."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

ESPERAS_50X = (3.0, 6.0, 12.0, 24.0, 48.0)
MINUTOS_OUTRA_INSTITUICAO = timedelta(minutes=5)

INSTAVEIS = frozenset({429, 500, 501, 502, 503, 504, 505})
DA_OUTRA_INSTITUICAO = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})
AGUARDAM_ALCADA = frozenset({"CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA"})
CHAMADO_OPEN_FINANCE = frozenset(
    {"CPF_INVALIDO", "ERRO_FLUXO_DCR", "ERRO_FLUXO_DCM", "LINK_NAO_ENCONTRADO", "REFRESH_TOKEN_NAO_ENCONTRADO"}
)


class Destino(Enum):
    CONCLUIDO = auto()
    EM_PROCESSAMENTO = auto()
    CONTEUDO_PARCIAL = auto()
    AGUARDANDO_APROVADORES = auto()
    REAGENDADO = auto()
    RENOVAR_TOKEN = auto()
    INSTAVEL = auto()
    CHAMADO = auto()
    REVISAO_MANUAL = auto()


@dataclass(frozen=True, slots=True)
class Resposta:
    status: int
    corpo: dict
    interacao: str = ""

    @property
    def codigo(self) -> str:
        return self.corpo.get("code") or self.corpo.get("error") or ""

    @property
    def detalhe(self) -> str:
        return self.corpo.get("detail") or self.corpo.get("error_description") or self.corpo.get("message") or ""


def destino(r: Resposta) -> Destino:
    if r.status in INSTAVEIS:
        return Destino.INSTAVEL
    if r.codigo in DA_OUTRA_INSTITUICAO or r.codigo == "LIMITE_OPERACIONAL_EXCEDIDO" or r.status == 423:
        return Destino.REAGENDADO
    if r.codigo in AGUARDAM_ALCADA:
        return Destino.AGUARDANDO_APROVADORES
    if r.codigo == "TOKEN_NAO_AUTORIZADO":
        return Destino.RENOVAR_TOKEN
    if r.codigo in CHAMADO_OPEN_FINANCE:
        return Destino.CHAMADO
    if r.codigo or r.status >= 300:
        return Destino.REVISAO_MANUAL
    if r.status == 202:
        return Destino.EM_PROCESSAMENTO
    if r.status == 206:
        return Destino.CONTEUDO_PARCIAL
    return Destino.CONCLUIDO if r.status in (200, 201) and "data" in r.corpo else Destino.REVISAO_MANUAL


def proxima_data(r: Resposta, agora: datetime) -> datetime:
    """Minutos para a falha da outra instituição; o mês seguinte para o limite operacional."""
    if r.codigo in DA_OUTRA_INSTITUICAO:
        return agora + MINUTOS_OUTRA_INSTITUICAO
    primeiro = agora.replace(day=1, hour=5, minute=0, second=0, microsecond=0)
    return (primeiro + timedelta(days=32)).replace(day=1)
