from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType

COMPLETE = 200
PARTIAL = MappingProxyType(
    {
        201: "the customer has to grant more access",
        202: "some transactions are missing",
        203: "the report has no CPF",
    }
)
QUARANTINE = MappingProxyType({406: timedelta(hours=24), 414: timedelta(hours=24), 415: timedelta(minutes=30)})
CUSTOMER = frozenset({402, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435})
BANK = frozenset({403, 432})
OURS = frozenset({400, 401, 411, 412, 501, 502, 503, 504, 505})
GONE = frozenset({405, 430})
QUOTA = frozenset({429, 431})
KLAVI = frozenset({404, 500})


def owner(code: int) -> str:
    """Whose move it is next."""
    for name, codes in (
        ("customer", CUSTOMER | QUARANTINE.keys()),
        ("bank", BANK),
        ("us", OURS),
        ("nobody", GONE),
        ("quota", QUOTA),
        ("klavi", KLAVI),
    ):
        if code in codes:
            return name
    return "unknown"
