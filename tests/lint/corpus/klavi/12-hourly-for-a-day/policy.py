from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    wait: float
    tries: int


HOUR = 3600.0

RULES: dict[int, Rule] = {
    403: Rule(wait=600.0, tries=4),
    406: Rule(wait=HOUR, tries=3),
    414: Rule(wait=HOUR, tries=3),
    415: Rule(wait=HOUR / 2, tries=4),
    432: Rule(wait=600.0, tries=4),
}

GIVE_UP = Rule(wait=0.0, tries=1)
