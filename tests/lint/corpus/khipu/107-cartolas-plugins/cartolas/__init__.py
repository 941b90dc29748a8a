from .cola import ColaEnDisco
from .plugins import Abandonar, Reprogramar, conducta
from .servicio import CartolaNoDisponible, ServicioCartolas

__all__ = [
    "Abandonar",
    "CartolaNoDisponible",
    "ColaEnDisco",
    "Reprogramar",
    "ServicioCartolas",
    "conducta",
]
