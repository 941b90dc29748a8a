from .kit import Synapse
from .faults import SynapseFault

__all__ = ["Synapse", "SynapseFault"]
