from .plan import Failure, Verdict
from .wire import KhipuWire
from .job import BalanceJob

__all__ = ["BalanceJob", "Failure", "KhipuWire", "Verdict"]
