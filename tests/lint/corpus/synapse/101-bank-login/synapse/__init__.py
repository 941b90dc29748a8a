from .client import Linked, MfaChallenge, SynapseClient
from .exceptions import (
    AccountNeedsAttention,
    BadBankCredentials,
    NoEligibleAccount,
    RefreshUnsupported,
    SynapseError,
    TemporarilyUnavailable,
    WrongAnswer,
)

__all__ = [
    "AccountNeedsAttention",
    "BadBankCredentials",
    "Linked",
    "MfaChallenge",
    "NoEligibleAccount",
    "RefreshUnsupported",
    "SynapseClient",
    "SynapseError",
    "TemporarilyUnavailable",
    "WrongAnswer",
]
