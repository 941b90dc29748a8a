from .api import SynapseApi
from .faults import SynapseFault

__all__ = ["SynapseApi", "SynapseFault"]
