from .client import PaymentClient
from .model import Failure, KhipuFailure, Verdict

__all__ = ["Failure", "KhipuFailure", "PaymentClient", "Verdict"]
