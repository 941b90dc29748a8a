from .client import BrickBankClient
from .exceptions import BrickBankError, BrickBankUnavailable

__all__ = ["BrickBankClient", "BrickBankError", "BrickBankUnavailable"]
