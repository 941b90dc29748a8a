from .errors import BankLinkError
from .service import BankLinkService, Challenge, Linked

__all__ = ["BankLinkError", "BankLinkService", "Challenge", "Linked"]
