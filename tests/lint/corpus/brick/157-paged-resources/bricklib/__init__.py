from .client import BrickClient
from .errors import ApiError, GatewayError, TemporaryError
from .resources import Account, Transaction

__all__ = ["Account", "ApiError", "BrickClient", "GatewayError", "TemporaryError", "Transaction"]
