from synapse_login.client import BankLogin
from synapse_login.errors import LoginRejected, SlowDown, SynapseError, SynapseTrouble

__all__ = ["BankLogin", "LoginRejected", "SlowDown", "SynapseError", "SynapseTrouble"]
