from .client import BrickBank
from .errors import BrickError, ClientRequestError, PaymentRefused, ServerSideError
from .models import Payment, PaymentOrder

__all__ = [
    "BrickBank",
    "BrickError",
    "ClientRequestError",
    "Payment",
    "PaymentOrder",
    "PaymentRefused",
    "ServerSideError",
]
