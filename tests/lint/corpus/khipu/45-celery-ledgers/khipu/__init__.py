from .api import KhipuApi
from .errors import KhipuError, Rejected, Transient, UnderRepair

__all__ = ["KhipuApi", "KhipuError", "Rejected", "Transient", "UnderRepair"]
