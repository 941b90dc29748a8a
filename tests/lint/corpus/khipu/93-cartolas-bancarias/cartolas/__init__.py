from .cliente import ClienteCartolas
from .errores import Aplazada, Rechazada

__all__ = ["Aplazada", "ClienteCartolas", "Rechazada"]
