from .client import KlaviClient
from .exceptions import CapacityError, ConnectionRefused, KlaviApiError, PlatformError, RequestRejected
from .policy import NO_RETRY, RetryPolicy

__all__ = [
    "CapacityError",
    "ConnectionRefused",
    "KlaviApiError",
    "KlaviClient",
    "NO_RETRY",
    "PlatformError",
    "RequestRejected",
    "RetryPolicy",
]
