from .link import BankLink
from .transport import Transport

__all__ = ["BankLink", "Transport"]
