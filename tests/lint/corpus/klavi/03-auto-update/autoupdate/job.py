from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import Any

from .faults import BankAway, KlaviFault, NoAccounts, Removed, UserMustAct
from .session import KlaviSession

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Line:
    key: str
    outcome: str
    code: int
    accounts: tuple[Any, ...] = ()
    complete: bool = False


def _line(key: str, got: dict[str, Any] | BaseException) -> Line:
    match got:
        case NoAccounts(code=code):
            return Line(key, "empty", code, complete=True)
        case Removed(code=code):
            return Line(key, "removed", code)
        case UserMustAct(code=code):
            return Line(key, "ask-user", code)
        case BankAway(code=code):
            return Line(key, "bank-away", code)
        case KlaviFault(code=code):
            log.error("%s: %s", key, got)
            return Line(key, "failed", code)
        case BaseException():
            raise got
    code = int(got["code"])
    return Line(key, "ok", code, tuple(got["data"]["accounts"]), complete=code == 200)


async def nightly(klavi: KlaviSession, keys: list[str]) -> list[Line]:
    results = await asyncio.gather(*map(klavi.snapshot, keys), return_exceptions=True)
    return [_line(key, got) for key, got in zip(keys, results, strict=True)]


async def opt_in(klavi: KlaviSession, key: str) -> bool:
    """False when the user hasn't authorised automatic updates; other refusals are the caller's."""
    try:
        await klavi.allow_auto_update(key, True)
    except UserMustAct as fault:
        if fault.code != 601:
            raise
        log.info("%s: %s", key, fault)
        return False
    return True
