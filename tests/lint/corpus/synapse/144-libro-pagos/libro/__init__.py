from .pagos import LibroPagos, Orden
from .result import Fallo, Hecho, Pendiente

__all__ = ["Fallo", "Hecho", "LibroPagos", "Orden", "Pendiente"]
