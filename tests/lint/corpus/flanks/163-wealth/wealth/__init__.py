from .client import FlanksApi
from .errors import FlanksError
from .service import PortfolioService

__all__ = ["FlanksApi", "FlanksError", "PortfolioService"]
