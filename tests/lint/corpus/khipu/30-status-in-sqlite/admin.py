"""Texts for the back office, from the status column."""
from __future__ import annotations

from store import Link


def needs_customer(link: Link) -> bool:
    kind, _, rest = link.status.partition(":")
    return kind == "error" and rest.endswith(":DO_NOT_RETRY")


def label(link: Link) -> str:
    match link.status.split(":"):
        case ["ok"]:
            return f"{link.bank}: up to date"
        case ["error", code, "WAIT_4_HOURS_BEFORE_RETRY"]:
            return f"{link.bank}: not before four hours ({code})"
        case ["error", code, _]:
            return f"{link.bank}: failed with {code}"
        case _:
            return f"{link.bank}: not read yet"
