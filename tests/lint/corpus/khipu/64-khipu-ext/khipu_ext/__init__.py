from .errors import KhipuError, NoData, Postponed
from .middleware import FollowAdvice, Journal
from .resources import Khipu, Statement

__all__ = ["FollowAdvice", "Journal", "Khipu", "KhipuError", "NoData", "Postponed", "Statement"]
