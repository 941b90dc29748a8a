"""What the worker does after a failed call."""
from enum import IntEnum, auto

from .api import SynErr


class Verdict(IntEnum):
    RELINK = auto()
    DROP_FROM_SCHEDULE = auto()
    NEXT_RUN = auto()
    ASK_USER = auto()
    NO_ACH = auto()
    ALERT = auto()


def after_refresh(err: SynErr) -> Verdict:
    match err.error_code:
        case 110:
            return Verdict.RELINK
        case 410:
            return Verdict.DROP_FROM_SCHEDULE
        case 503:
            return Verdict.NEXT_RUN
        case _:
            return Verdict.ALERT


def after_login(err: SynErr) -> Verdict:
    if err.http_code == "503":
        return Verdict.NEXT_RUN
    if err.http_code in ("400", "402"):
        return Verdict.ASK_USER
    if err.http_code == "402" and err.error_code == "460":
        return Verdict.NO_ACH
    return Verdict.ALERT
