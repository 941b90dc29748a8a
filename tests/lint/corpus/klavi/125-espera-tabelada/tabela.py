"""Regras de conexão, uma linha por código da página do Klavi."""
from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum


class Quem(Enum):
    CLIENTE = "cliente"
    BANCO = "banco"
    NOS = "nós"
    KLAVI = "klavi"


@dataclass(frozen=True)
class Regra:
    quem: Quem
    instrucao: str
    espera: timedelta | None = None
    vezes: int = 0


REGRAS: dict[int, Regra] = {
    400: Regra(Quem.NOS, "assinatura"),
    402: Regra(Quem.CLIENTE, "conferir os dados de acesso"),
    403: Regra(Quem.BANCO, "banco fora do ar", timedelta(minutes=30), 2),
    404: Regra(Quem.KLAVI, "abrir chamado"),
    405: Regra(Quem.BANCO, "conta sem informações"),
    406: Regra(Quem.CLIENTE, "entrar amanhã", timedelta(hours=24), 1),
    407: Regra(Quem.CLIENTE, "resolver a pendência com o banco"),
    408: Regra(Quem.CLIENTE, "redefinir a senha"),
    409: Regra(Quem.CLIENTE, "escolher outra conta"),
    410: Regra(Quem.CLIENTE, "corrigir o formato"),
    411: Regra(Quem.NOS, "traceId"),
    412: Regra(Quem.NOS, "token sem necessidade"),
    413: Regra(Quem.CLIENTE, "sessão aberta em outro lugar", timedelta(minutes=10), 3),
    414: Regra(Quem.BANCO, "medida de segurança", timedelta(hours=24), 1),
    415: Regra(Quem.BANCO, "cadastro em andamento", timedelta(minutes=30), 3),
    416: Regra(Quem.CLIENTE, "vários aparelhos"),
    417: Regra(Quem.CLIENTE, "autenticador externo"),
    418: Regra(Quem.CLIENTE, "sem cadastro no banco"),
    419: Regra(Quem.CLIENTE, "ir a uma agência da Caixa"),
    420: Regra(Quem.CLIENTE, "ir a uma agência da Caixa"),
    433: Regra(Quem.CLIENTE, "corrigir a senha"),
    434: Regra(Quem.CLIENTE, "corrigir o código"),
    435: Regra(Quem.CLIENTE, "informar o código"),
}
PADRAO = Regra(Quem.KLAVI, "analisar")


def regra(codigo: int) -> Regra:
    return REGRAS.get(codigo, PADRAO)
