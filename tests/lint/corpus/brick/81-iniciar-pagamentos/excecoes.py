class PagamentoErro(Exception):
    def __init__(self, status, codigo, detalhe):
        self.status = status
        self.codigo = codigo
        self.detalhe = detalhe
        super().__init__("%s/%s: %s" % (status, codigo, detalhe))


class SemConexao(Exception):
    pass
