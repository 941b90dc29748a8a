"""Errores del cliente de Khipu."""


class ErrorKhipu(Exception):
    def __init__(self, codigo, tipo, mensaje):
        super().__init__(f"{codigo} ({tipo}): {mensaje}")
        self.codigo = codigo
        self.tipo = tipo
        self.mensaje = mensaje


class ErrorCredenciales(ErrorKhipu):
    """El banco rechazó el usuario o la clave."""


class ErrorBancoNoDisponible(ErrorKhipu):
    pass


class SinDatos(ErrorKhipu):
    """No hay movimientos para lo que se pidió."""


class ErrorParametros(ErrorKhipu):
    pass
