"""What Klavi's codes ask of us, as data. Product edits the text, the code below only reads it."""
from __future__ import annotations

import tomllib
from dataclasses import dataclass

TEXT = """
[complete]
codes = [200]

[partial]
codes = [201, 202, 203]

[later]                       # the institution wants to be left alone for a while
codes = [414, 415]
wait = "30m"
resends = 2

[tomorrow]                    # frozen login: the customer comes back, we don't
codes = [406]
text = "login_frozen"

[credentials]
codes = [402, 410, 433, 434, 435]
text = "check_your_data"

[login_again]                 # bank down: the customer logs in again later
codes = [403]
text = "bank_unavailable"

[bank]                        # only the customer and the bank can settle these
codes = [407, 408, 409, 413, 416, 417, 418, 419, 420]
text = "talk_to_your_bank"

[nothing_there]
codes = [405, 430]
text = "no_accounts"

[busy]                        # Klavi says no more than that
codes = [429, 431, 432, 500]
text = "try_another_day"

[ours]
codes = [400, 401, 404, 411, 412, 501, 502, 503, 504, 505]
text = "internal"
"""

UNITS = {"s": 1, "m": 60, "h": 3600}


@dataclass(frozen=True)
class Policy:
    name: str
    codes: frozenset[int]
    wait: float = 0.0
    resends: int = 0
    text: str = "internal"


def seconds(text: str) -> float:
    return float(text[:-1]) * UNITS[text[-1]]


def load(text: str = TEXT) -> dict[int, Policy]:
    table: dict[int, Policy] = {}
    for name, raw in tomllib.loads(text).items():
        policy = Policy(
            name,
            frozenset(raw["codes"]),
            seconds(raw.get("wait", "0s")),
            raw.get("resends", 0),
            raw.get("text", "internal"),
        )
        clash = table.keys() & policy.codes
        if clash:
            raise ValueError(f"codes in two policies: {sorted(clash)}")
        table.update(dict.fromkeys(policy.codes, policy))
    return table


POLICIES = load()
UNKNOWN = Policy("unknown", frozenset())
