"""Groups of Khipu codes, as attributes of an enum."""
from __future__ import annotations

from enum import Enum


class CodeGroup(Enum):
    AUTHENTICATION = ("A0", False)
    LOGON = ("E1", False)
    SERVICE_UNAVAILABLE = ("E2", True)
    NO_DATA = ("E3", False)
    PARAMETERS = ("E4", False)
    AUTOMATIC_PAYMENT = ("E5", True)
    USER_DEFINED = ("E9", False)
    GENERIC = ("E0", False)
    INCOMPLETE = ("D0", False)
    PROCESSING = ("F0", False)
    TIMEOUT = ("T0", True)
    INFRASTRUCTURE = ("I0", True)
    REQUEST = ("P0", False)
    OTHER = ("", False)

    def __init__(self, prefix: str, transient: bool) -> None:
        self.prefix = prefix
        self.transient = transient

    @classmethod
    def from_code(cls, code: str) -> "CodeGroup":
        for group in cls:
            if code.startswith(group.prefix):
                return group
        return cls.OTHER
