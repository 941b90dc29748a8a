"""Rule book for provider answers, kept in a TOML file so operations can review it."""
from __future__ import annotations

import enum
import tomllib
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path


class Action(enum.StrEnum):
    DELIVER = "deliver"
    DELIVER_FLAGGED = "deliver_flagged"
    HOLD = "hold"
    NEXT_DAY = "next_day"
    USER_LATER = "user_later"
    ASK_USER = "ask_user"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Rule:
    action: Action
    wait: timedelta = timedelta(0)
    sends: int = 1
    note: str = ""


class RuleBook:
    def __init__(self, rules: dict[str, Rule], fallback: Rule) -> None:
        self._rules = rules
        self._fallback = fallback

    def __getitem__(self, code: str) -> Rule:
        return self._rules.get(code, self._fallback)

    @classmethod
    def read(cls, path: Path) -> "RuleBook":
        with path.open("rb") as handle:
            raw = tomllib.load(handle)
        rules: dict[str, Rule] = {}
        for entry in raw["rule"]:
            rule = Rule(
                action=Action(entry["action"]),
                wait=timedelta(minutes=entry.get("minutes", 0)),
                sends=entry.get("sends", 1),
                note=entry.get("note", ""),
            )
            for code in entry["codes"]:
                if code in rules:
                    raise ValueError(f"{path.name}: {code} listed twice")
                rules[code] = rule
        return cls(rules, Rule(Action(raw["fallback"])))


@cache
def default_book() -> RuleBook:
    return RuleBook.read(Path(__file__).with_name("codigos.toml"))
