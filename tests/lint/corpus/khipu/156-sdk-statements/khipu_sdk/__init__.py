"""Small unofficial SDK for Khipu's bank and tax data services."""
from .client import Khipu
from .errors import KhipuError, KhipuProtocolError, LogonError, NoDataError, ServiceUnavailable
from .models import Movement, Statement

__all__ = [
    "Khipu",
    "KhipuError",
    "KhipuProtocolError",
    "LogonError",
    "Movement",
    "NoDataError",
    "ServiceUnavailable",
    "Statement",
]
__version__ = "0.4.1"
