from datetime import datetime, timedelta


class KhipuError(Exception):
    """Error informado por Khipu. `codigo` y `tipo` son los del objeto Error."""

    se_puede_repetir = False

    def __init__(self, codigo, tipo, descripcion):
        self.codigo = codigo
        self.tipo = tipo
        self.descripcion = descripcion
        super(KhipuError, self).__init__("%s %s: %s" % (codigo, tipo, descripcion))


class KhipuDefinitivo(KhipuError):
    pass


class KhipuPasajero(KhipuError):
    se_puede_repetir = True


class KhipuEnReparacion(KhipuError):
    def __init__(self, codigo, tipo, descripcion):
        super(KhipuEnReparacion, self).__init__(codigo, tipo, descripcion)
        self.no_antes_de = datetime.now() + timedelta(hours=4)


class TokenRechazado(KhipuError):
    """A000: el JWT expiró, fue revocado o no sirve."""


_POR_TIPO = {
    "DO_NOT_RETRY": KhipuDefinitivo,
    "RETRY_IMMEDIATELY": KhipuPasajero,
    "WAIT_4_HOURS_BEFORE_RETRY": KhipuEnReparacion,
}


def desde_respuesta(error):
    clase = _POR_TIPO.get(error["Type"], KhipuDefinitivo)
    if clase is KhipuDefinitivo and error["Code"] == "A000":
        clase = TokenRechazado
    return clase(error["Code"], error["Type"], error["Description"])
