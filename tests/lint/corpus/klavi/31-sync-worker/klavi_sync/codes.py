"""What each Open Data answer means for the connection it belongs to."""
import enum
from datetime import timedelta
from typing import NamedTuple


class Kind(enum.Enum):
    COMPLETE = "complete"
    INCOMPLETE = "incomplete"
    REQUEUE = "requeue"
    USER_LATER = "user-later"
    USER_ACTION = "user-action"
    FAULT = "fault"


class Verdict(NamedTuple):
    kind: Kind
    hold: timedelta | None = None
    hint: str = ""


_DAY = timedelta(days=1)

_VERDICTS: dict[int, Verdict] = {
    200: Verdict(Kind.COMPLETE),
    201: Verdict(Kind.INCOMPLETE, hint="extra authorization pending"),
    202: Verdict(Kind.INCOMPLETE, hint="some transaction details missing"),
    203: Verdict(Kind.INCOMPLETE, hint="report carries no CPF"),
    403: Verdict(Kind.USER_LATER, hint="bank service down"),
    406: Verdict(Kind.USER_LATER, _DAY, "login frozen until tomorrow"),
    413: Verdict(Kind.USER_ACTION, hint="close the other session"),
    414: Verdict(Kind.USER_LATER, _DAY, "bank security measure"),
    415: Verdict(Kind.REQUEUE, timedelta(minutes=30), "device registration running"),
    432: Verdict(Kind.USER_LATER, hint="institution unavailable"),
}

for _code in (402, 407, 408, 409, 416, 417, 418, 419, 420, 433, 434, 435):
    _VERDICTS[_code] = Verdict(Kind.USER_ACTION, hint="user has to fix the access")


def classify(code: int) -> Verdict:
    return _VERDICTS.get(code, Verdict(Kind.FAULT))
