class FalhaKlavi(Exception):
    def __init__(self, codigo, mensagem):
        Exception.__init__(self, codigo, mensagem)
        self.codigo = codigo
        self.mensagem = mensagem

    def __str__(self):
        return "klavi respondeu %d (%s)" % (self.codigo, self.mensagem)


class RespostaIlegivel(Exception):
    pass
