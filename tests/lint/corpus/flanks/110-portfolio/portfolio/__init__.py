from .api import FlanksApi, FlanksSettings
from .service import PortfolioService

__all__ = ["FlanksApi", "FlanksSettings", "PortfolioService"]
