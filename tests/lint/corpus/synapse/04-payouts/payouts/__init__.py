from payouts.service import PayoutService
from payouts.synapse import SynapseTransport

__all__ = ["PayoutService", "SynapseTransport"]
