"""`errpact why FILE:LINE`: for a decision or a retry, what the code does with each case and what the contract asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..contracts import Case, Contract
from ..contracts.plain import frozen
from .analyse import judged_project
from .outcomes import outcomes_of
from .places import Places
from .wording import advice_of, step_text

if TYPE_CHECKING:
    from ..contracts.settings import Settings
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


def why(
    project: Project, settings: Settings, contracts: Mapping[str, Contract], path: str, line: int
) -> list[tuple[str, list[Row]]]:
    """For each operation whose path passes the line: its name, and a row for each case that goes that way."""
    both = judged_project(project, settings, contracts)
    if both is None:
        return []
    judged, places = both
    found: list[tuple[str, list[Row]]] = []
    for run in judged.runs:
        rows: dict[str, Row] = {}
        for outcome in outcomes_of(judged):
            if outcome.end.run is not run:
                continue
            for case in outcome.end.domain.cases(outcome.mask):
                mask = outcome.end.domain.of_case(case) & outcome.mask
                steps = _steps(places, outcome.end.path(mask))
                if any(p == path and n == line for p, n, _ in steps):
                    rows.setdefault(case.id, _row(case, outcome.kind, outcome.exc, outcome.end.state, steps))
        if rows:
            found.append((run.root.name, list(rows.values())))
    return found


Steps = tuple[tuple[str, int, str], ...]


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
