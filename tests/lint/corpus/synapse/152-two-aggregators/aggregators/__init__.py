from .base import LinkError, Linker, LoginRequest, MfaNeeded, link_patiently
from .plaid import PlaidLinker
from .synapse import SynapseLinker

__all__ = ["LinkError", "Linker", "LoginRequest", "MfaNeeded", "PlaidLinker", "SynapseLinker", "link_patiently"]
