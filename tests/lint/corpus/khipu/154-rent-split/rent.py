"""Looks for the rent in a flatmate's account and splits it."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal
from functools import partial

from khipu import Post, call, redact
from results import Ok, Postponed, Problem, Result

log = logging.getLogger("rent")


@dataclass(frozen=True, slots=True)
class Split:
    rent: Decimal | None
    share: Decimal | None


def is_rent(landlord: str, movement: dict) -> bool:
    return Decimal(str(movement["Amount"])) < 0 and landlord.lower() in str(movement.get("Text", "")).lower()


def split(data: dict, landlord: str, flatmates: int) -> Split:
    found = filter(partial(is_rent, landlord), data.get("Movements") or [])
    amounts = [-Decimal(str(m["Amount"])) for m in found]
    if not amounts:
        return Split(None, None)
    rent = max(amounts)
    return Split(rent, (rent / flatmates).quantize(Decimal("1"), rounding=ROUND_UP))


def rent_split(post: Post, bank: str, login: tuple[str, str], landlord: str, flatmates: int) -> Split | Result:
    username, password = login
    result = call(post, f"/v1/cl/banks/{bank}/movements", {"Username": username, "Password": password})
    match result:
        case Ok(data=data):
            return split(data, landlord, flatmates)
        case Problem():
            log.warning("no rent: %s", redact(result))
        case Postponed(problem=problem, not_before=when):
            log.info("no rent before %s: %s", when, redact(problem))
    return result
