from .errors import WalletError
from .transport import Transport
from .transfers import Transfers

__all__ = ["Transfers", "Transport", "WalletError"]
