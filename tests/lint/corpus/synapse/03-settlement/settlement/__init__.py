from .client import SynapseClient
from .ledger import Ledger
from .settle import Settler

__all__ = ["Ledger", "Settler", "SynapseClient"]
