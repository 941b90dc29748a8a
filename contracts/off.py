"""Replies that no page documents, by which a client shows whether it is robust: their names, in our words."""

from __future__ import annotations

from typing import Final

from .contract import Contract
from .points import Point, points

SORTS: Final = {
    "html-502": "an HTML page with status 502",
    "empty-body": "status 200 with an empty body",
    "truncated-json": "JSON that ends in the middle",
    "wrong-type": "JSON called text/html",
    "wrong-charset": "JSON in Latin-1 that is called UTF-8",
    "missing-code": "an error without its code",
    "reset": "the connection is reset",
    "slow": "a reply that comes in small pieces",
    "unknown-code": "a code that the page does not have",
    "unknown-advice": "advice that the page does not have",
    "unknown-status": "a status that the page does not have",
    "no-body": "status 502 without a body",
}
"""Off-contract replies, in our words; the key is the end of the item's id."""
MADE: Final = ("html-502", "empty-body", "truncated-json", "wrong-type", "wrong-charset", "reset", "slow")
"""Those that need nothing of the contract."""


def sorts(contract: Contract) -> tuple[str, ...]:
    """The off-contract replies that make sense for a contract."""
    found = points(contract)
    possible = {p.off for p in found if p.off} | {*MADE}
    if any(p.case is not None and p.case.code is not None and _coded(p) for p in found):
        possible.add("missing-code")
    return tuple(sort for sort in SORTS if sort in possible)


def _coded(point: Point) -> bool:
    return point.envelope is not None and point.envelope.property_for("code") is not None
