from __future__ import annotations

from typing import Any

import attrs

Pair = tuple[str, str]

MAINTENANCE: Pair = ("503", "503")
NO_ACH_ACCOUNT: Pair = ("402", "460")
BANK_WANTS_USER: Pair = ("402", "500")
BAD_LOGIN: Pair = ("400", "200")


@attrs.define
class SynapseError(Exception):
    pair: Pair
    body: dict[str, Any] = attrs.field(repr=False)

    def __str__(self) -> str:
        return f"{'/'.join(self.pair)}: {self.body.get('error', {}).get('en', '')}"


class UserMustAct(SynapseError):
    """Nothing that we could send again would help."""


class BankDown(SynapseError):
    pass


def build(pair: Pair, body: dict[str, Any]) -> SynapseError:
    if pair == MAINTENANCE:
        return BankDown(pair, body)
    if pair in (NO_ACH_ACCOUNT, BANK_WANTS_USER, BAD_LOGIN):
        return UserMustAct(pair, body)
    return SynapseError(pair, body)
