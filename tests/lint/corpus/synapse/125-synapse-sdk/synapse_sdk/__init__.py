from .client import NotFinal, Synapse
from .errors import SynapseError
from .nodes import Challenge, Later, Nodes

__all__ = ["Challenge", "Later", "Nodes", "NotFinal", "Synapse", "SynapseError"]
