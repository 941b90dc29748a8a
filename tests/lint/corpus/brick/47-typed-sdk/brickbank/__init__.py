"""Typed client for Brick Bank's data-receiver API."""
from ._errors import ApiError, BrickBankError, RouteError, StillProcessing, TokenError
from ._retry import Compose, Overload, Policy, UnreachablePeer
from ._transport import Transport
from .resources import Account, Accounts, Page

__version__ = "2.3.0"
__all__ = [
    "Account", "Accounts", "ApiError", "BrickBankError", "Compose", "Overload", "Page",
    "Policy", "RouteError", "StillProcessing", "TokenError", "Transport", "UnreachablePeer",
]
