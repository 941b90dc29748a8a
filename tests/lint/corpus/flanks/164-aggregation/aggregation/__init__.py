from .gateway import FlanksGateway
from .jobs import AccountsJob, Held
from .problems import FlanksProblem

__all__ = ["AccountsJob", "FlanksGateway", "FlanksProblem", "Held"]
