from ._async import AsyncBankLogin
from ._shared import BankAccount, MfaNeeded
from ._sync import BankLogin
from .errors import ServerTrouble, SynapseApiError

__all__ = ["AsyncBankLogin", "BankAccount", "BankLogin", "MfaNeeded", "ServerTrouble", "SynapseApiError"]
