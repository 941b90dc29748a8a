from .client import FlanksClient
from .errors import FlanksApiError, Pending

__all__ = ["FlanksApiError", "FlanksClient", "Pending"]
