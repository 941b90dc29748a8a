from __future__ import annotations


class ErroColeta(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__("%d %s" % (codigo, mensagem))
        self.codigo = codigo
        self.mensagem = mensagem

    @classmethod
    def de(cls, codigo: int, mensagem: str) -> ErroColeta:
        if codigo in (201, 202, 203):
            return RelatorioIncompleto(codigo, mensagem)
        if codigo in range(400, 500):
            return ErroDoUsuario(codigo, mensagem)
        elif codigo in (403, 432):
            return BancoForaDoAr(codigo, mensagem)
        elif codigo in range(501, 506):
            return ErroDoParceiro(codigo, mensagem)
        return ErroColeta(codigo, mensagem)


class RelatorioIncompleto(ErroColeta):
    pass


class ErroDoUsuario(ErroColeta):
    pass


class BancoForaDoAr(ErroColeta):
    pass


class ErroDoParceiro(ErroColeta):
    pass
