class ErroKlavi(Exception):
    def __init__(self, codigo, mensagem, espera=None):
        Exception.__init__(self, "klavi %d: %s" % (codigo, mensagem))
        self.codigo = codigo
        self.mensagem = mensagem
        self.espera = espera


class ErroTemporario(ErroKlavi):
    pass


class ErroCredencial(ErroKlavi):
    pass


class ContaBloqueada(ErroCredencial):
    pass


# codigo, classe, espera em segundos
_TABELA = (
    (402, ErroCredencial, None),
    (403, ErroTemporario, 2 * 3600),
    (407, ContaBloqueada, None),
    (408, ContaBloqueada, None),
    (409, ErroCredencial, None),
    (414, ErroTemporario, 24 * 3600),
    (415, ErroTemporario, 30),
    (433, ErroCredencial, None),
    (434, ErroCredencial, None),
)

POR_CODIGO = dict((linha[0], linha[1:]) for linha in _TABELA)


def erro_de(codigo, mensagem):
    classe, espera = POR_CODIGO.get(codigo, (ErroKlavi, None))
    return classe(codigo, mensagem, espera)
