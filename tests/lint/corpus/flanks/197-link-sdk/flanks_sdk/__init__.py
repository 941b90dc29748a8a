from .errors import BankUnavailable, CredentialsRejected, FlanksError
from .sdk import Flanks, Link

__all__ = ["BankUnavailable", "CredentialsRejected", "Flanks", "FlanksError", "Link"]
