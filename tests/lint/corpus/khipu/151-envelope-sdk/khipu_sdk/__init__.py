"""khipu-sdk: typed access to the data services of Khipu."""
from .client import Khipu
from .errors import KhipuError

__all__ = ["Khipu", "KhipuError"]
