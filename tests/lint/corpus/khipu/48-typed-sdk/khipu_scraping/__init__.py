"""Typed client for the Khipu scraping services."""
from ._client import KhipuScraping, RetryPolicy
from ._errors import BadParameters, KhipuApiError, LogonFailed, NoData, TokenRejected
from ._models import Advice, ApiError, Envelope

__all__ = [
    "Advice",
    "ApiError",
    "BadParameters",
    "Envelope",
    "KhipuApiError",
    "KhipuScraping",
    "LogonFailed",
    "NoData",
    "RetryPolicy",
    "TokenRejected",
]
__version__ = "0.4.1"
