class ErroPagamento(Exception):
    """Falha ao falar com o iniciador de pagamentos."""


class PagamentoRecusado(ErroPagamento):
    pass


class SessaoExpirada(ErroPagamento):
    pass
