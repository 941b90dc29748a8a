class BrickErro(Exception):
    def __init__(self, status, codigo, titulo, detalhe, interacao=None):
        super().__init__(f"{status} {codigo or titulo}: {detalhe}")
        self.status = status
        self.codigo = codigo
        self.titulo = titulo
        self.detalhe = detalhe
        self.interacao = interacao

    @classmethod
    def from_response(cls, resp):
        try:
            corpo = resp.json()
        except ValueError:
            corpo = {}
        classe = POR_STATUS.get(resp.status_code, BrickErro)
        return classe(
            resp.status_code,
            corpo.get("code"),
            corpo.get("title") or corpo.get("error") or "",
            corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or "",
            resp.headers.get("x-fapi-interaction-id"),
        )


class TokenErro(BrickErro):
    pass


class LimiteMensal(BrickErro):
    """423: o limite operacional do mês acabou."""


class ServidorErro(BrickErro):
    pass


POR_STATUS = {
    401: TokenErro,
    423: LimiteMensal,
    500: ServidorErro,
    502: ServidorErro,
    503: ServidorErro,
    504: ServidorErro,
}
