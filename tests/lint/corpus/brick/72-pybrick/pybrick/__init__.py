from .api import PaymentsApi
from .errors import ApiError, ConsentError, PaymentDataError, ServerFault
from .http import Transport

__all__ = ["ApiError", "ConsentError", "PaymentDataError", "PaymentsApi", "ServerFault", "Transport"]
