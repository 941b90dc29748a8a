class ErroKlavi(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__(f"[{codigo}] {mensagem}")
        self.codigo = codigo
        self.mensagem = mensagem


class ErroUsuario(ErroKlavi):
    """Depende do cliente: senha, conta bloqueada, MFA..."""


class ErroParceiro(ErroKlavi):
    """Credenciais ou parâmetros nossos."""


class ErroTemporario(ErroKlavi):
    """Passa sozinho depois de um tempo."""
