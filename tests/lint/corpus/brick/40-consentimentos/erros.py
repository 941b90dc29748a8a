class ErroBrick(Exception):
    """Qualquer resposta da Brick que não seja 2xx."""

    def __init__(self, status, code, title, detail):
        super().__init__(f"{status} {code}: {title}")
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail

    @classmethod
    def from_response(cls, response):
        try:
            body = response.json()
        except ValueError:
            body = {}
        target = _POR_STATUS.get(response.status_code, cls)
        return target(
            response.status_code,
            body.get("code") or body.get("error"),
            body.get("title") or body.get("error_description") or body.get("message"),
            body.get("detail", ""),
        )


class CredencialRecusada(ErroBrick):
    pass


class NaoEncontrado(ErroBrick):
    pass


_POR_STATUS = {401: CredencialRecusada, 404: NaoEncontrado}
