"""Excepciones del cliente Khipu."""


class KhipuError(Exception):
    def __init__(self, codigo, tipo, descripcion, operacion=None):
        super().__init__("[%s/%s] %s" % (codigo, tipo, descripcion))
        self.codigo = codigo
        self.tipo = tipo
        self.descripcion = descripcion
        self.operacion = operacion

    @property
    def definitivo(self):
        return self.tipo == "DO_NOT_RETRY"

    @classmethod
    def from_response(cls, doc):
        error = doc.get("Error") or {}
        codigo = error.get("Code", "E000")
        clase = _clase_para(codigo)
        return clase(codigo, error.get("Type"), error.get("Description"), doc.get("OperationId"))


class TokenInvalido(KhipuError):
    pass


class CredencialesRechazadas(KhipuError):
    pass


class SinDatos(KhipuError):
    pass


def _clase_para(codigo):
    if codigo == "A000":
        return TokenInvalido
    if codigo.startswith("E1"):
        return CredencialesRechazadas
    if codigo.startswith("E3"):
        return SinDatos
    return KhipuError
