"""Reading of Khipu's envelope, shared by the API client, the webhook and the reconciliation."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Failure(Enum):
    TOKEN = "token"
    LOGIN = "login"
    OUTAGE = "outage"
    NO_DATA = "no-data"
    INPUT = "input"
    AUTOMATIC_PAYMENT = "automatic-payment"
    OUR_REQUEST = "our-request"


GROUPS = {
    "A0": Failure.TOKEN,
    "E1": Failure.LOGIN,
    "E2": Failure.OUTAGE,
    "E3": Failure.NO_DATA,
    "E4": Failure.INPUT,
    "E5": Failure.AUTOMATIC_PAYMENT,
    "P0": Failure.OUR_REQUEST,
}


@dataclass(frozen=True)
class Refusal:
    failure: Failure
    code: str
    advice: str
    description: str


def is_outage(envelope: dict[str, Any]) -> bool:
    """The bank doesn't answer or answers nonsense (the E2 group)."""
    error = envelope.get("Error")
    return bool(error) and error["Code"].startswith("E2")


def refusal(envelope: dict[str, Any]) -> Refusal | None:
    """Why the operation was refused; None when nothing speaks against it."""
    error = envelope.get("Error")
    if not error:
        return None
    group = GROUPS.get(error["Code"][:2])
    if group is None:
        return None
    return Refusal(group, error["Code"], error["Type"], error["Description"])
