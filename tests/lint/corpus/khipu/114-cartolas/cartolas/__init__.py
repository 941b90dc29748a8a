from .cliente import ClienteKhipu
from .errores import ErrorKhipu
from .servicio import ServicioCartolas

__all__ = ["ClienteKhipu", "ErrorKhipu", "ServicioCartolas"]
