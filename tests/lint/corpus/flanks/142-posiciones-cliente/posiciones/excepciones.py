from .sobre import Sobre


class FlanksError(Exception):
    def __init__(self, status: int, sobre: Sobre) -> None:
        super().__init__(f"{status} {sobre.error_code or '-'} {sobre.error or ''}".strip())
        self.status = status
        self.codigo = sobre.error_code or 0
        self.detalle = sobre.error

    @property
    def en_proceso(self) -> bool:
        return self.codigo == 20002

    @property
    def del_banco(self) -> bool:
        return self.codigo >= 50001

    @property
    def temporal(self) -> bool:
        return self.en_proceso or self.del_banco
