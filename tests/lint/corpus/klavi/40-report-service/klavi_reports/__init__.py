from .client import KlaviClient
from .exceptions import KlaviError, NotBefore, PartnerSetupError, UserActionRequired
from .models import Completeness, Report

__all__ = [
    "Completeness",
    "KlaviClient",
    "KlaviError",
    "NotBefore",
    "PartnerSetupError",
    "Report",
    "UserActionRequired",
]
