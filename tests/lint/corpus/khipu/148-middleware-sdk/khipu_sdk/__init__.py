from .client import Khipu
from .errors import KhipuError, Postponed
from .models import Movement

__all__ = ["Khipu", "KhipuError", "Movement", "Postponed"]
