"""`errpact why FILE:LINE`: for a decision or a retry, what the code does with each case and what the contract asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..contracts import Case, Contract
from ..contracts.plain import frozen
from .analyse import judged_project
from .outcomes import outcomes_of
from .places import Places
from .wording import advice_of, step_text

if TYPE_CHECKING:
    from ..contracts.settings import Settings
    from .judgement import Judgement
    from .project import Project

WORDS = {
    "kept": "told to the caller",
    "unhandled": "goes on as success",
    "swallowed": "caught and dropped",
    "crash": "ends in a builtin error",
    "thrown": "raised",
}


@frozen
class Row:
    """What the code does with one case. requests: sent at most, None without end. gap: the shortest, in seconds."""

    case: Case
    outcome: str
    requests: int | None
    gap: float | None
    path: tuple[tuple[str, int, str], ...]

    def data(self) -> dict[str, Any]:
        """As JSON."""
        return {
            "case": self.case.id,
            "outcome": self.outcome,
            "requests": self.requests,
            "shortest_gap": self.gap,
            "asked": advice_of(self.case),
            "source": str(self.case.source),
            "path": [{"path": p, "line": n, "text": t} for p, n, t in self.path],
        }


@frozen
class Answer:
    """operations: for each operation whose path passes the line its name, and a row for each case that goes that way.
    lines: all lines of the file that some path passes."""

    operations: list[tuple[str, list[Row]]]
    lines: set[int]


def why(project: Project, settings: Settings, contracts: Mapping[str, Contract], path: str, line: int) -> Answer:
    """What passes a line, or what stands on several lines of which it is one; all of an operation at its `def`."""
    both = judged_project(project, settings, contracts)
    if both is None:
        return Answer([], set())
    ways = list(_ways(*both))
    here = {(n, end) for way in ways for p, n, end in way.spans if p == path}
    at = line if any(n == line for n, _ in here) else _around(here, line)
    rows: dict[tuple[int, str], dict[str, Row]] = {}
    for way in ways:
        if way.defined == (path, line) or any(p == path and n == at for p, n, _ in way.spans):
            rows.setdefault((way.number, way.name), {}).setdefault(way.row.case.id, way.row)
    return Answer([(name, list(found.values())) for (_, name), found in rows.items()], {n for n, _ in here})


def _around(spans: set[tuple[int, int]], line: int) -> int | None:
    """The first line of what is written on several lines, this one among them, and isn't made of other steps."""
    lines = {n for n, _ in spans}
    wide = (span for span in spans if span[0] < line <= span[1] and not any(span[0] < n <= span[1] for n in lines))
    return min(wide, key=lambda s: s[1] - s[0], default=(None,))[0]


Steps = tuple[tuple[str, int, str], ...]


@frozen
class Way:
    """How one case goes through an operation. number: which operation. defined: where it is. spans: of each step the
    path, its first and its last line."""

    number: int
    name: str
    defined: tuple[str, int]
    row: Row
    spans: frozenset[tuple[str, int, int]]


def _ways(judged: Judgement, places: Places) -> Iterator[Way]:
    outcomes = outcomes_of(judged)
    for number, run in enumerate(judged.runs):
        for outcome in (o for o in outcomes if o.end.run is run):
            defined = (run.root.path, places.line_of(run.root.path, run.root.node))
            for case in outcome.end.domain.cases(outcome.mask):
                events = outcome.end.path(outcome.end.domain.of_case(case) & outcome.mask)
                row = _row(case, outcome.kind, outcome.exc, outcome.end.state, _steps(places, events))
                found = (places.of(e.site) for e in events if e.site[0] in places.parsed)
                spans = frozenset((s["path"], s["line"], s.get("end_line", s["line"])) for s in found)
                yield Way(number, run.root.name, defined, row, spans)


def _row(case: Case, kind: str, exc: str, state: Any, steps: Steps) -> Row:
    gaps = [b.clock - a.clock for a, b in zip(state.sent, state.sent[1:], strict=False) if not b.unsure]
    text = WORDS.get(kind, kind) + (f" as {exc}" if kind == "thrown" and exc else "")
    return Row(case, text, len(state.sent), min(gaps, default=None), steps)


def _steps(places: Places, events: Any) -> tuple[tuple[str, int, str], ...]:
    found: list[tuple[str, int, str]] = []
    for event in events:
        if event.site[0] in places.parsed:
            step = (event.site[0], places.of(event.site)["line"], step_text(event))
            if not found or found[-1] != step:
                found.append(step)
    return tuple(found)
