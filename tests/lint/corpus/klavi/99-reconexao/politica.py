"""O que cada código da Klavi pede. Nenhum deles é reenviado daqui: o front recebe a orientação."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum


class Acao(Enum):
    CORRIGIR_SENHA = "Confira os dados de acesso e tente de novo."
    INFORMAR_TOKEN = "Digite o código enviado pelo seu banco."
    ENCERRAR_SESSOES = "Saia das outras sessões abertas no banco."
    FALAR_COM_BANCO = "Resolva a pendência com o seu banco."
    REDEFINIR_SENHA = "Redefina a senha do internet banking."
    OUTRA_CONTA = "Conecte uma conta compatível."
    IR_A_AGENCIA = "Procure uma agência da Caixa."
    ESPERAR = "Volte mais tarde."
    CHAMADO = "Nosso time já foi avisado."


@dataclass(frozen=True, slots=True)
class Orientacao:
    codigo: int
    mensagem: str
    acao: Acao
    liberado_em: datetime | None


UM_DIA = 24 * 60
TABELA: tuple[tuple[Acao, int | None, tuple[int, ...]], ...] = (
    (Acao.CORRIGIR_SENHA, None, (402, 410, 433)),
    (Acao.INFORMAR_TOKEN, None, (434, 435)),
    (Acao.ENCERRAR_SESSOES, None, (413,)),
    (Acao.FALAR_COM_BANCO, None, (407, 418)),
    (Acao.REDEFINIR_SENHA, None, (408,)),
    (Acao.OUTRA_CONTA, None, (405, 409, 416, 417)),
    (Acao.IR_A_AGENCIA, None, (419, 420)),
    (Acao.ESPERAR, None, (403, 432)),
    (Acao.ESPERAR, 30, (415,)),
    (Acao.ESPERAR, UM_DIA, (406, 414)),
)
POR_CODIGO = {codigo: (acao, minutos) for acao, minutos, codigos in TABELA for codigo in codigos}


def orientar(codigo: int, mensagem: str, agora: datetime) -> Orientacao:
    acao, minutos = POR_CODIGO.get(codigo, (Acao.CHAMADO, None))
    liberado = agora + timedelta(minutes=minutos) if minutos else None
    return Orientacao(codigo, mensagem, acao, liberado)
