from .auth import FlanksAuth
from .client import AsyncFlanks, Flanks
from .errors import FlanksError, StillProcessing
from .models import Account, LinkedToken, Status

__all__ = ["Account", "AsyncFlanks", "Flanks", "FlanksAuth", "FlanksError", "LinkedToken", "Status", "StillProcessing"]
