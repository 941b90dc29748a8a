class ErroKlavi(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__(f"[{codigo}] {mensagem}")
        self.codigo = codigo
        self.mensagem = mensagem


class UsuarioNaoAutorizou(ErroKlavi):
    """O titular precisa permitir a atualização automática."""


class RequisicaoRecusada(ErroKlavi):
    pass


class ParceiroRecusado(ErroKlavi):
    pass
