"""The matrix as frozen values: rows of cases, cells of obligations, and who said what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from errpact.contracts import State

NOT_FOLLOWED: Final = "not followed to its end"
"""Why lint says nothing of an operation."""


class Shown(StrEnum):
    """What a cell shows, worst first: the states of an obligation, `accepted` for a broken one that is waived,
    `suppressed` for one that lint found broken only where the source or `per-file-ignores` silences the finding, and
    `not-counted` for what broke on a reply off the contract where `robust = true` doesn't ask for it."""

    BROKEN = State.BROKEN.value
    ACCEPTED = "accepted"
    SUPPRESSED = "suppressed"
    NOT_COUNTED = "not-counted"
    UNDECIDED = State.UNDECIDED.value
    KEPT = State.KEPT.value
    NOT_TRIED = State.NOT_TRIED.value
    NOT_APPLICABLE = State.NOT_APPLICABLE.value


def worst(states: Iterable[Shown]) -> Shown | None:
    """The state that stands for several; None of none."""
    found = set(states)
    return next((state for state in Shown if state in found), None)


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks. kind: `lint` (name: an operation, path and line: its definition, code: that line, if it could be
    read) or `tests` (name: a test's nodeid without its parameters, path: its file, line 0)."""

    kind: str
    provider: str
    name: str
    path: str
    line: int = 0
    code: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.path}:{self.line})" if self.kind == "lint" else self.name


@dataclass(frozen=True, slots=True)
class Said:
    """What one source says of a cell. why: the reason of an acceptance or suppression, or NOT_FOLLOWED. nodeid,
    message: of a test item, else empty. replay: the command that runs the failure again, or the test where it didn't
    fail."""

    source: Source
    state: Shown
    why: str = ""
    nodeid: str = ""
    message: str = ""
    replay: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way to a finding."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A finding of lint that concerns a cell. code: the source line, if it could be read. silenced: nobody wants to
    see it there; why: for which reason, where one is given."""

    rule: str
    name: str
    path: str
    line: int
    message: str
    help: str = ""
    steps: tuple[Step, ...] = ()
    code: str = ""
    silenced: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page says of a case, in our words."""

    meaning: str
    advice: str
    steps: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One obligation of one case, as both engines see it."""

    obligation: str
    lint: tuple[Said, ...] = ()
    tests: tuple[Said, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def lint_state(self) -> Shown | None:
        """The worst that lint says of any operation."""
        return worst(s.state for s in self.lint)

    @property
    def tests_state(self) -> Shown | None:
        """The worst that any test says."""
        return worst(s.state for s in self.tests)

    @property
    def differs(self) -> bool:
        """Whether one engine says broken where all that the other says is kept."""
        return {self.lint_state, self.tests_state} == {Shown.BROKEN, Shown.KEPT}

    @property
    def state(self) -> Shown | None:
        """The worst of both engines."""
        return worst(s.state for s in (*self.lint, *self.tests))


@dataclass(frozen=True, slots=True)
class Row:
    """A case. facts: None for a reply off the contract, and for a case that no loaded contract has."""

    provider: str
    case: str
    facts: Facts | None = None
    cells: Mapping[str, Cell] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Matrix:
    """All rows, the obligations that any of them has, in the order of the columns, and all who spoke."""

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def cells(self) -> tuple[tuple[Row, Cell], ...]:
        """Every cell with its row, in reading order."""
        return tuple((row, cell) for row in self.rows for cell in row.cells.values())

    @property
    def disagreements(self) -> tuple[tuple[Row, Cell], ...]:
        """The cells in which the engines contradict each other."""
        return tuple((row, cell) for row, cell in self.cells if cell.differs)

    @property
    def not_followed(self) -> frozenset[Source]:
        """The operations that lint couldn't follow to their end."""
        return frozenset(s.source for _, cell in self.cells for s in cell.lint if s.why == NOT_FOLLOWED)

    @property
    def providers(self) -> tuple[str, ...]:
        """The providers, in the order of the rows."""
        return tuple(dict.fromkeys(row.provider for row in self.rows))

    def count(self, state: Shown) -> int:
        """How many cells show a state."""
        return sum(cell.state is state for _, cell in self.cells)
