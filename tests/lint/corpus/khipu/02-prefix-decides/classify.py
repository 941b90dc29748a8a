"""Groups of Khipu codes, from the table in their documentation."""
from __future__ import annotations

from enum import Enum


class Group(Enum):
    AUTH = "A"
    LOGON = "E1"
    SOURCE_DOWN = "E2"
    NO_DATA = "E3"
    PARAMETERS = "E4"
    PAYMENTS = "E5"
    TECHNICAL = "T"
    OTHER = ""


TRANSIENT = {Group.SOURCE_DOWN, Group.TECHNICAL}


def group_of(code: str) -> Group:
    if code[:1] in {"T", "F", "I", "D"}:
        return Group.TECHNICAL
    for group in (Group.LOGON, Group.SOURCE_DOWN, Group.NO_DATA, Group.PARAMETERS, Group.PAYMENTS):
        if code.startswith(group.value):
            return group
    return Group.AUTH if code == "A000" else Group.OTHER
