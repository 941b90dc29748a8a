from typing import Any


class BrickErro(Exception):
    def __init__(self, status: int, code: str, titulo: str, detalhe: str):
        super().__init__(f"{status} {code}: {detalhe or titulo}")
        self.status, self.code, self.titulo, self.detalhe = status, code, titulo, detalhe

    @classmethod
    def de(cls, status: int, corpo: dict[str, Any]) -> "BrickErro":
        code = corpo.get("code") or corpo.get("error") or ""
        titulo = corpo.get("title") or corpo.get("message") or ""
        detalhe = corpo.get("detail") or corpo.get("error_description") or ""
        if 500 <= status <= 505:
            tipo = ServidorIndisponivel
        elif code in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"):
            tipo = AguardarMinutos
        else:
            tipo = cls
        return tipo(status, code, titulo, detalhe)


class ServidorIndisponivel(BrickErro):
    pass


class AguardarMinutos(BrickErro):
    """A outra instituição falhou; só vale a pena voltar daqui a alguns minutos."""

    minutos = 5
