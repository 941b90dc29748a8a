from .accounts import Account, BrickAccounts
from .transport import BrickError, build_session

__all__ = ["Account", "BrickAccounts", "BrickError", "build_session"]
