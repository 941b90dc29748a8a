"""O que o painel diz ao titular para cada código devolvido pela conexão."""

import datetime as dt

from .modelo import Acao

_UM_DIA = dt.timedelta(days=1)

_ACOES: dict[int, Acao] = {200: Acao.PRONTO, 201: Acao.AUTORIZAR_DE_NOVO}
_ACOES |= dict.fromkeys((202, 203), Acao.PRONTO_COM_LACUNAS)
_ACOES |= dict.fromkeys((402, 409, 410, 418, 433, 434, 435), Acao.REVER_DADOS)
_ACOES |= dict.fromkeys((407, 408, 416, 417, 419, 420), Acao.RESOLVER_COM_O_BANCO)
_ACOES |= dict.fromkeys((403, 406, 414, 415, 429, 432), Acao.VOLTAR_MAIS_TARDE)
_ACOES[413] = Acao.FECHAR_SESSOES

_PRAZOS = {406: _UM_DIA, 414: _UM_DIA, 415: dt.timedelta(minutes=30)}


def acao_de(code: int) -> Acao:
    return _ACOES.get(code, Acao.CHAMAR_SUPORTE)


def prazo_de(code: int, agora: dt.datetime) -> dt.datetime | None:
    return agora + _PRAZOS[code] if code in _PRAZOS else None
