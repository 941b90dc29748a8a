"""What linking a bank can end in."""
from __future__ import annotations

from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True)
class Linked:
    node_ids: tuple[str, ...]


@dataclass(frozen=True)
class ChallengePending:
    """Accepted, but the bank wants one more thing from the user."""

    access_token: str | None
    question: str | None


@dataclass(frozen=True)
class Rejected:
    pair: Pair
    reason: str
    text: str
    user_can_fix: bool


LinkOutcome = Linked | ChallengePending | Rejected

REASONS: dict[Pair, tuple[str, bool]] = {
    ("400", "200"): ("payload-or-credentials", True),
    ("402", "460"): ("no-ach-account", False),
    ("402", "500"): ("bank-needs-user", True),
    ("503", "503"): ("maintenance", False),
}


def rejected(pair: Pair, text: str) -> Rejected:
    reason, user_can_fix = REASONS.get(pair, ("other", False))
    return Rejected(pair, reason, text, user_can_fix)
