from .client import AsyncSynapse
from .result import ActionPending, Result, SynapseError

__all__ = ["ActionPending", "AsyncSynapse", "Result", "SynapseError"]
