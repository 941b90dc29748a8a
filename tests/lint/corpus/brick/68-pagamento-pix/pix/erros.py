class ErroBrick(Exception):
    def __init__(self, status, codigo, titulo, detalhe):
        self.status = status
        self.codigo = codigo
        self.titulo = titulo
        self.detalhe = detalhe
        super().__init__("HTTP %s %s - %s" % (status, codigo or "sem codigo", detalhe or titulo))


class Recusado(ErroBrick):
    """O pedido precisa ser revisto antes de qualquer novo envio."""


class AguardaTitulares(ErroBrick):
    """Outros titulares ainda precisam aprovar."""


class LimiteDoMes(ErroBrick):
    """So volta no proximo periodo de contagem."""


class SemResposta(ErroBrick):
    """A instituicao ou a plataforma nao conseguiu atender."""
