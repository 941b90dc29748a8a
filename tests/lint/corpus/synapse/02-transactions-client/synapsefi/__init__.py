from .client import Client
from .errors import SynapseException

__all__ = ["Client", "SynapseException"]
