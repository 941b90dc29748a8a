from .lote import LoteCarteras
from .modelo import Cartera, FlanksError

__all__ = ["Cartera", "FlanksError", "LoteCarteras"]
