from .erp import Erp
from .klavi import Klavi

__all__ = ["Erp", "Klavi"]
