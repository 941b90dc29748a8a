"""auto-update FILE.csv : switches automatic updates on or off for many connections.

The file has the columns connection_key and allowed (yes/no). The result goes to
FILE.out.csv; rows that failed keep their code, so the desk can sort them by owner.
"""
from __future__ import annotations

import csv
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from answers import Answer, Owner
from api import AutoUpdateApi, Credentials, UpdateRefused


@dataclass(frozen=True)
class Row:
    connection_key: str
    allowed: bool


@dataclass(frozen=True)
class Outcome:
    connection_key: str
    code: str
    name: str
    owner: str

    @property
    def ok(self) -> bool:
        return self.owner == Owner.NOBODY.value


def read(path: Path) -> Iterator[Row]:
    with path.open(newline="", encoding="utf-8") as lines:
        for record in csv.DictReader(lines):
            yield Row(record["connection_key"].strip(), record["allowed"].strip().lower() == "yes")


def apply(api: AutoUpdateApi, rows: Iterable[Row]) -> list[Outcome]:
    outcomes = []
    for row in dict.fromkeys(rows):
        try:
            api.allow(row.connection_key, row.allowed)
        except UpdateRefused as refused:
            answer = refused.answer
            outcomes.append(Outcome(row.connection_key, str(refused.raw_code), answer.name, answer.owner.value))
            if answer.owner is Owner.PARTNER_DESK:
                break  # our own credentials: no row after this one can work
            continue
        outcomes.append(Outcome(row.connection_key, "200", Answer.OK.name, Owner.NOBODY.value))
    return outcomes


def main(argv: list[str]) -> int:
    source = Path(argv[1])
    credentials = Credentials(os.environ["KLAVI_PARTNER_CODE"], os.environ["KLAVI_PARTNER_TOKEN"])
    outcomes = apply(AutoUpdateApi(credentials), read(source))
    with source.with_suffix(".out.csv").open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows(astuple(outcome) for outcome in outcomes)
    for owner, count in Counter(outcome.owner for outcome in outcomes).most_common():
        print(f"{count:6d} {owner}")
    return 0 if all(outcome.ok for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv))
