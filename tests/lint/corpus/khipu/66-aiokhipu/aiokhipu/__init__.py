from ._models import Envelope, ErrorInfo
from .client import AioKhipu
from .exceptions import KhipuApiError
from .retrying import Advised, Never

__all__ = ["Advised", "AioKhipu", "Envelope", "ErrorInfo", "KhipuApiError", "Never"]
