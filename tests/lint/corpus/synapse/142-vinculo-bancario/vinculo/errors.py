from __future__ import annotations

from typing import ClassVar

from .schema import ErrorBody


class SynapseFault(Exception):
    pares: ClassVar[frozenset[tuple[int, str]]] = frozenset()
    aviso: ClassVar[str] = "fale com o suporte"

    def __init__(self, status: int, body: ErrorBody) -> None:
        super().__init__(f"{status}/{body.error_code}: {body.text}")
        self.status = status
        self.error_code = body.error_code
        self.body = body

    @classmethod
    def from_reply(cls, status: int, body: ErrorBody) -> SynapseFault:
        for sub in cls.__subclasses__():
            if (status, body.error_code) in sub.pares:
                return sub(status, body)
        return cls(status, body)


class DadosRecusados(SynapseFault):
    pares = frozenset({(400, "200")})
    aviso = "confira usuário, senha e banco"


class BancoPedeAtencao(SynapseFault):
    pares = frozenset({(402, "500")})
    aviso = "entre no site do banco e resolva a pendência"


class SemContaAch(SynapseFault):
    pares = frozenset({(402, "460")})
    aviso = "nenhuma conta aceita ACH"


class RespostaMfaErrada(SynapseFault):
    pares = frozenset({(409, "400")})
    aviso = "resposta de segurança incorreta"


class EmManutencao(SynapseFault):
    pares = frozenset({(503, "503")})
    aviso = "banco em manutenção"
