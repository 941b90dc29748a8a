"""The matrix for a terminal: disagreements first, then a table a provider, one line a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from errpact.contracts.wording import counted
from errpact.lint.report import clean

from .values import Cell, Matrix, Row, Said, Shown, Source

SIGNS: Final = {
    Shown.BROKEN: "✗",
    Shown.ACCEPTED: "a",
    Shown.SUPPRESSED: "s",
    Shown.NOT_COUNTED: "o",
    Shown.UNDECIDED: "?",
    Shown.KEPT: "✓",
    Shown.NOT_TRIED: "·",
    Shown.NOT_APPLICABLE: "–",
    None: " ",
}
ASCII: Final[dict[str, str | int | None]] = {"✗": "X", "✓": "+", "·": ".", "–": "-", "×": "x"}
_COLOURS: Final = {
    Shown.BROKEN: "31;1",
    Shown.KEPT: "32",
    Shown.UNDECIDED: "33",
    Shown.ACCEPTED: "36",
    Shown.SUPPRESSED: "36",
}


@dataclass(frozen=True, slots=True)
class View:
    """How to show it. colour: whether escape sequences are welcome. each: a table for every operation and test too.
    plain: the output's encoding has no signs outside ASCII."""

    colour: bool = False
    each: bool = False
    plain: bool = False


def render(matrix: Matrix, view: View | None = None) -> str:
    """The whole report, ending in a newline."""
    view = view or View()
    blocks = [list(_disagreements(matrix))]
    blocks += [list(_table(matrix, provider, view)) for provider in matrix.providers]
    if view.each:
        blocks += [list(_single(matrix, source, view)) for source in matrix.sources]
    blocks.append([*_legend(matrix), summary(matrix), *_not_followed(matrix)])
    text = "\n\n".join("\n".join(lines) for lines in blocks if lines) + "\n"
    return text.translate(str.maketrans(ASCII)) if view.plain else text


def summary(matrix: Matrix) -> str:
    """One line: what was joined, and how the cells stand."""
    operations = sum(s.kind == "lint" for s in matrix.sources)
    tests = len(matrix.sources) - operations
    scope = f"{counted(len(matrix.rows), 'case')}, {counted(operations, 'operation')}, {counted(tests, 'test')}"
    if not matrix.rows:
        return "Nothing to show: no operation performs provider calls, and no results of tests were given."
    always = (Shown.BROKEN, Shown.ACCEPTED, Shown.UNDECIDED, Shown.KEPT)
    told = [s for s in Shown if s in always or (s is Shown.SUPPRESSED and matrix.count(s))]
    counts = [f"{matrix.count(s)} {s}" for s in told]
    return f"{scope}: {', '.join(counts)}; {counted(len(matrix.disagreements), 'disagreement')}."


def _disagreements(matrix: Matrix) -> Iterator[str]:
    if matrix.disagreements:
        yield "The engines disagree (or the tests drive other operations than lint names):"
    for row, cell in matrix.disagreements:
        yield f"  {clean(row.case)} {clean(cell.obligation)}"
        yield f"    lint  {cell.lint_state}: {_names(cell.lint)}"
        yield f"    tests {cell.tests_state}: {_names(cell.tests)}"


def _names(ones: tuple[Said, ...]) -> str:
    """Those who say the worst."""
    state = min((s.state for s in ones), key=list(Shown).index)
    return _first(dict.fromkeys(clean(str(s.source)) for s in ones if s.state is state))


def _first(names: Iterable[str]) -> str:
    """A few of some names."""
    every = list(names)
    return ", ".join(every[:3]) + (f" and {len(every) - 3} more" if len(every) > 3 else "")


def _table(matrix: Matrix, provider: str, view: View) -> Iterator[str]:
    rows = [row for row in matrix.rows if row.provider == provider]
    columns = [o for o in matrix.columns if any(o in row.cells for row in rows)]
    width = max(len(clean(row.case)) for row in rows)
    yield clean(provider)
    yield f"  {'case'.ljust(width)}  {'  '.join(map(clean, columns))}"
    for row in rows:
        cells = [_both(row.cells.get(o), len(clean(o)), view) for o in columns]
        yield f"  {clean(row.case).ljust(width)}  {'  '.join(cells)}".rstrip()


def _both(cell: Cell | None, width: int, view: View) -> str:
    """Lint's sign, the tests' sign, and a mark where they contradict each other."""
    if cell is None:
        return " " * width
    signs = _sign(cell.lint_state, view) + _sign(cell.tests_state, view) + ("!" if cell.differs else " ")
    return signs + " " * (width - 3)


def _sign(state: Shown | None, view: View) -> str:
    sign = SIGNS[state]
    return f"\033[{_COLOURS[state]}m{sign}\033[0m" if view.colour and state in _COLOURS else sign


def _single(matrix: Matrix, source: Source, view: View) -> Iterator[str]:
    """What one operation or test says."""
    own: list[tuple[Row, dict[str, Shown]]] = []
    for row in matrix.rows:
        said = {o: s.state for o, c in row.cells.items() for s in (*c.lint, *c.tests) if s.source == source}
        if said:
            own.append((row, said))
    columns = [o for o in matrix.columns if any(o in said for _, said in own)]
    width = max(len(clean(row.case)) for row, _ in own)
    yield f"{source.kind}: {clean(str(source))}"
    yield f"  {'case'.ljust(width)}  {'  '.join(map(clean, columns))}"
    for row, said in own:
        cells = [_sign(said.get(o), view) + " " * (len(clean(o)) - 1) for o in columns]
        yield f"  {clean(row.case).ljust(width)}  {'  '.join(cells)}".rstrip()


def _legend(matrix: Matrix) -> Iterator[str]:
    if matrix.rows:
        signs = "  ".join(f"{sign} {state}" for state, sign in SIGNS.items() if state)
        yield f"In each cell lint's sign, then the tests':  {signs}  ! they disagree"


def _not_followed(matrix: Matrix) -> Iterator[str]:
    """Why cells are undecided whose code may be right."""
    if lost := sorted({clean(str(s)) for s in matrix.not_followed}):
        its = "its" if len(lost) == 1 else "their"
        lead = f"{counted(len(lost), 'operation')} could not be followed to {its} end"
        yield f"{lead}, so {its} cells say ?: {_first(lost)}."
