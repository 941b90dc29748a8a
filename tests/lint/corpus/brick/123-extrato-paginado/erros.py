from __future__ import annotations

from typing import Any


class BrickFalhou(Exception):
    """Qualquer resposta do Brick que não seja um extrato completo."""

    def __init__(self, status: int, corpo: dict[str, Any], tentativas: int) -> None:
        super().__init__(status, corpo, tentativas)
        self.status = status
        self.corpo = corpo
        self.tentativas = tentativas

    @property
    def codigo(self) -> str:
        return self.corpo.get("code") or self.corpo.get("error") or ""

    def __str__(self) -> str:
        return f"{self.status} {self.codigo or 'sem código'} depois de {self.tentativas} tentativa(s)"


class ConsentimentoPerdido(BrickFalhou):
    """O cliente precisa consentir de novo."""


class LimiteDoMes(BrickFalhou):
    """423: só no próximo período de contagem."""


class AindaProcessando(BrickFalhou):
    """202: aceito, ainda não concluído."""


class ExtratoIncompleto(BrickFalhou):
    """206: veio uma parte da representação."""


class Indisponivel(BrickFalhou):
    """50x e 429, depois de esgotadas as tentativas; e os 400 da outra instituição."""


CONSENTIMENTO = {
    "CONSENTIMENTO_INVALIDO",
    "CONSENTIMENTO_NAO_AUTORIZADO",
    "CONSENTIMENTO_NAO_ENCONTRADO",
    "CONSENTIMENTO_EM_STATUS_REJEITADO",
    "OPERACAO_NAO_PERMITIDA_STATUS",
}


def do_corpo(status: int, corpo: dict[str, Any], tentativas: int) -> BrickFalhou:
    codigo = corpo.get("code")
    if status == 202:
        classe: type[BrickFalhou] = AindaProcessando
    elif status == 206:
        classe = ExtratoIncompleto
    elif status == 423 or codigo == "LIMITE_OPERACIONAL_EXCEDIDO":
        classe = LimiteDoMes
    elif status >= 500 or status == 429 or codigo in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"):
        classe = Indisponivel
    elif codigo in CONSENTIMENTO:
        classe = ConsentimentoPerdido
    else:
        classe = BrickFalhou
    return classe(status, corpo, tentativas)
