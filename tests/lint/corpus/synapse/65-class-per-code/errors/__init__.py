from .base import SynapseError
from .known import error_from

__all__ = ["SynapseError", "error_from"]
