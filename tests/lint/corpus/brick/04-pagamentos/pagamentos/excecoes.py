class BrickErro(Exception):
    def __init__(self, status, codigo, titulo, detalhe):
        super().__init__("%s - %s: %s" % (status, codigo, detalhe or titulo))
        self.status = status
        self.codigo = codigo
        self.titulo = titulo
        self.detalhe = detalhe


class BrickRecusado(BrickErro):
    """O pedido precisa mudar antes de ser enviado outra vez."""


class BrickIndisponivel(BrickErro):
    """Brick ou a outra instituição fora do ar."""

    CODIGOS = ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")


def classe_para(status, codigo):
    if status >= 500 or codigo in BrickIndisponivel.CODIGOS:
        return BrickIndisponivel
    return BrickRecusado
