from .resultado import Err, Ok, Resultado
from .servicio import ServicioConexion

__all__ = ["Err", "Ok", "Resultado", "ServicioConexion"]
