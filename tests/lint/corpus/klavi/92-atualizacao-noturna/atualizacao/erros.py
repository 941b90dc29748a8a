from datetime import timedelta


class ErroAtualizacao(Exception):
    pass


class AutorizacaoExtra(ErroAtualizacao):
    """O titular precisa conceder mais uma autorização."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code


class AindaNao(ErroAtualizacao):
    def __init__(self, code: int, espera: timedelta) -> None:
        super().__init__(f"{code}: tentar de novo em {espera}")
        self.code = code
        self.espera = espera


class AtualizacaoFalhou(ErroAtualizacao):
    pass
