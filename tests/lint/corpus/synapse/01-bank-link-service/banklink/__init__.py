from .client import SynapseClient
from .service import LinkService

__all__ = ["LinkService", "SynapseClient"]
