from .errors import SynapseError
from .session import SynapseSession

__all__ = ["SynapseError", "SynapseSession"]
