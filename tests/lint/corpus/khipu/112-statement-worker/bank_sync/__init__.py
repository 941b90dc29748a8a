from .errors import KhipuFailure
from .service import StatementSync
from .settings import Settings

__all__ = ["KhipuFailure", "Settings", "StatementSync"]
