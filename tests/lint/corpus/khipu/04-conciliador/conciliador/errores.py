class ErrorKhipu(Exception):
    def __init__(self, codigo, tipo, descripcion):
        super().__init__(f"{codigo} [{tipo}] {descripcion}")
        self.codigo = codigo
        self.tipo = tipo
        self.descripcion = descripcion


class ErrorPasajero(ErrorKhipu):
    pass


class ErrorEnReparacion(ErrorKhipu):
    pass


def crear(error):
    clase = {
        "RETRY_IMMEDIATELY": ErrorPasajero,
        "WAIT_4_HOURS_BEFORE_RETRY": ErrorEnReparacion,
    }.get(error["Type"], ErrorKhipu)
    return clase(error["Code"], error["Type"], error["Description"])
