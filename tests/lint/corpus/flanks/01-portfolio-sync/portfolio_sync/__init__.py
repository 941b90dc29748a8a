from .api import FlanksApi
from .service import PortfolioSync

__all__ = ["FlanksApi", "PortfolioSync"]
