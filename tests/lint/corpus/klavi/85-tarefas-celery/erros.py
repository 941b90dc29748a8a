class KlaviErro(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__(f"[{codigo}] {mensagem}")
        self.codigo = codigo
        self.mensagem = mensagem

    def __reduce__(self):
        return KlaviErro, (self.codigo, self.mensagem)
