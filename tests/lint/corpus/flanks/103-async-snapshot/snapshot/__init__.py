from .client import Flanks
from .faults import AccessRefused, BankOffline, FlanksFault, NotReady
from .job import Snapshot, take

__all__ = ["AccessRefused", "BankOffline", "Flanks", "FlanksFault", "NotReady", "Snapshot", "take"]
