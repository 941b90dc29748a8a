from .client import KhipuError, StatementClient
from .webhook import router

__all__ = ["KhipuError", "StatementClient", "router"]
