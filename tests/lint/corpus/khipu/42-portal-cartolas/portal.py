from datetime import datetime, timedelta

from khipu import ErrorKhipu
from reintentos import traducir


class Rechazo(Exception):
    def __init__(self, accion, codigo, texto, desde_cuando=None):
        super().__init__(texto)
        self.accion = accion
        self.codigo = codigo
        self.desde_cuando = desde_cuando

    @classmethod
    def desde(cls, exc):
        d = exc.detalle
        match (d.tipo, d.codigo[:2]):
            case ("WAIT_4_HOURS_BEFORE_RETRY", _):
                return cls("esperar", d.codigo, d.descripcion, datetime.now() + timedelta(hours=4))
            case ("RETRY_IMMEDIATELY", _):
                return cls("reintentar", d.codigo, d.descripcion)
            case (_, "E1"):
                return cls("pedir-clave", d.codigo, d.descripcion)
            case (_, "E3"):
                return cls("sin-datos", d.codigo, d.descripcion)
            case (_, "E4" | "P0"):
                return cls("corregir", d.codigo, d.descripcion)
            case (_, "A0"):
                return cls("renovar-token", d.codigo, d.descripcion)
            case _:
                return cls("soporte", d.codigo, d.descripcion)


class Portal:
    def __init__(self, cliente):
        self.cliente = cliente

    @traducir(ErrorKhipu, Rechazo)
    def descargar(self, rut, clave, periodo):
        return self.cliente.cartola(rut, clave, periodo)

    @traducir(ErrorKhipu, Rechazo)
    def recibir(self, documento):
        return self.cliente.aviso(documento)
