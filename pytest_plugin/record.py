"""What a check leaves for the reports: one record per item and case, as plain JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from ..contracts import State
from .verdicts import Judged, Verdicts

PROPERTY = "errpact"
UNJUDGED = "errpact.unjudged"
"""What names the provider of a check that could not be judged: a call that hangs, or never asks."""


@dataclass(frozen=True, slots=True)
class Record:
    """One check. provider: its id. case: the case's id. nodeid: pytest's name of the test. examples: replies tried.
    verdicts: obligation → state. requests: least and most times that the same request arrived. waits: the smallest gap
    in virtual seconds before each resend. message: the failure's text; empty where nothing broke. accepted: obligations
    waived. title: the case's name, code and advice. notes: why an obligation is undecided, and what else is to be
    known. scope: ids that coverage counts."""

    provider: str
    case: str
    nodeid: str
    examples: int
    verdicts: Mapping[str, str]
    requests: tuple[int, int] = (0, 0)
    waits: tuple[float, ...] = ()
    message: str = ""
    accepted: tuple[str, ...] = ()
    title: str = ""
    notes: tuple[str, ...] = ()
    scope: tuple[str, ...] = field(default=())

    @property
    def failed(self) -> bool:
        """Whether an obligation is broken that nobody waived."""
        return any(s == State.BROKEN and o not in self.accepted for o, s in self.verdicts.items())

    def dumps(self) -> str:
        """As text for a report's property."""
        return json.dumps(asdict(self), separators=(",", ":"), ensure_ascii=True)

    @classmethod
    def loads(cls, text: str) -> Record:
        """The record again."""
        data = json.loads(text)
        for name in ("requests", "waits", "accepted", "notes", "scope"):
            data[name] = tuple(data[name])
        return cls(**data)

    def public(self) -> dict[str, Any]:
        """The item of `--errpact-json`."""
        return {
            "provider": self.provider,
            "case": self.case,
            "nodeid": self.nodeid,
            "examples": self.examples,
            "verdicts": dict(self.verdicts),
            "requests": {"min": self.requests[0], "max": self.requests[1]},
            "waits": list(self.waits),
            "message": self.message,
            "accepted": list(self.accepted),
            "notes": list(self.notes),
        }


@dataclass(frozen=True, slots=True)
class Run:
    """What is kept of a run: the verdicts, how often the same request arrived, and the waits between."""

    verdicts: Verdicts
    requests: int
    gaps: tuple[float, ...]

    @classmethod
    def of(cls, judged: Judged) -> Run:
        """The figures of a run; its exchange, with all that the client made of it, may go."""
        return cls(judged.verdicts, len(judged.tried.hits), judged.tried.gaps)


def figures(runs: Sequence[Run]) -> tuple[tuple[int, int], tuple[float, ...]]:
    """Requests (least, most) and the smallest wait before each resend."""
    counts = [run.requests for run in runs]
    longest = max((len(run.gaps) for run in runs), default=0)
    waits = tuple(round(min(r.gaps[n] for r in runs if len(r.gaps) > n), 3) for n in range(min(longest, 20)))
    return (min(counts, default=0), max(counts, default=0)), waits


def states(verdicts: Verdicts) -> dict[str, str]:
    """Obligation → state, as text."""
    return {str(o): str(v.state) for o, v in verdicts.items()}


def merged(records: Iterable[Record]) -> list[Record]:
    """One record per node and case; a rerun's replaces the earlier one."""
    found: dict[tuple[str, str], Record] = {}
    for record in records:
        found[(record.nodeid, record.case)] = record
    return list(found.values())
