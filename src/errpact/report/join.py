"""Documents → Matrix: the verdicts of both engines side by side, with what was accepted."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from errpact.contracts import Obligation, State
from errpact.contracts.globs import glob_match
from errpact.contracts.settings import Accept
from errpact.lint.accept import OBLIGATIONS

from .documents import Document
from .values import NOT_FOLLOWED, Cell, Facts, Matrix, Place, Row, Said, Shown, Source, Step

_REPLAY: Final = re.compile(r"^replay +(errpact replay .+)$", re.MULTILINE)
NOT_COUNTED: Final = "counts only with `robust = true`"
Key = tuple[str, str, str]
"""Provider, case, obligation."""
ReadLine = Callable[[str, int], str]


def join(
    documents: Iterable[Document],
    *,
    accepts: Sequence[Accept] = (),
    facts: Mapping[str, Facts] | None = None,
    line_of: ReadLine = lambda path, line: "",
) -> Matrix:
    """The matrix of all documents. accepts: `[[tool.errpact.accept]]`. facts: case id → what its page says, in the
    order of the contract. line_of: the source line at a path, or nothing."""
    docs = list(documents)
    places = _places(docs, line_of)
    silenced = _silenced(docs, line_of)
    said: dict[Key, list[Said]] = {}
    for document in docs:
        for key, one in (*_of_lint(document, accepts, places, silenced, line_of), *_of_tests(document, accepts)):
            said.setdefault(key, []).append(one)
    cells = {
        key: _cell(key[2], ones, (*places.get(key[1:], ()), *silenced.get(key[1:], ()))) for key, ones in said.items()
    }
    sources = dict.fromkeys(one.source for ones in said.values() for one in ones)
    return Matrix(
        rows=_rows(cells, facts or {}),
        columns=_columns({key[2] for key in cells}),
        sources=tuple(sorted(sources, key=lambda s: (s.kind, s.provider, s.path, s.line, s.name))),
    )


def _cell(obligation: str, ones: list[Said], places: Iterable[Place]) -> Cell:
    lint = tuple(one for one in ones if one.source.kind == "lint")
    return Cell(obligation, lint, tuple(one for one in ones if one.source.kind == "tests"), tuple(places))


def _rows(cells: Mapping[Key, Cell], facts: Mapping[str, Facts]) -> tuple[Row, ...]:
    """By provider, in the contract's order of cases; what no contract has comes last."""
    order = {case: number for number, case in enumerate(facts)}
    keys = sorted({key[:2] for key in cells}, key=lambda k: (k[0], order.get(k[1], len(order)), k[1]))
    columns = _columns({key[2] for key in cells})
    return tuple(Row(p, c, facts.get(c), {o: cells[p, c, o] for o in columns if (p, c, o) in cells}) for p, c in keys)


def _columns(used: set[str]) -> tuple[str, ...]:
    known = [str(o) for o in Obligation]
    return (*(o for o in known if o in used), *sorted(used.difference(known)))


Places = dict[tuple[str, str], list[Place]]
"""(Case, obligation) → findings that say it is broken."""


def _places(documents: Iterable[Document], line_of: ReadLine) -> Places:
    return _by_cell((f, _place(f, line_of)) for d in documents for f in d.findings)


def _silenced(documents: Iterable[Document], line_of: ReadLine) -> Places:
    """The same for findings that comments or `per-file-ignores` silence."""
    return _by_cell(
        (f, replace(_place(f, line_of), silenced=True, why=str(f.get("why") or "")))
        for d in documents
        for f in d.suppressed
    )


def _by_cell(findings: Iterable[tuple[Mapping[str, Any], Place]]) -> Places:
    found: Places = {}
    for finding, place in findings:
        if finding["rule"] not in OBLIGATIONS:
            continue
        for case in finding["cases"]:
            known = found.setdefault((case, OBLIGATIONS[finding["rule"]]), [])
            if place not in known:
                known.append(place)
    return found


def _place(finding: Mapping[str, Any], line_of: ReadLine) -> Place:
    return Place(
        rule=finding["rule"],
        name=finding["name"],
        path=finding["path"],
        line=finding["line"],
        message=finding["message"],
        help=str(finding.get("help") or ""),
        steps=tuple(Step(s["path"], s["line"], s["text"]) for s in finding["steps"]),
        code=line_of(finding["path"], finding["line"]),
    )


# --- lint ---------------------------------------------------------------------------------------------------------


def _of_lint(
    document: Document, accepts: Sequence[Accept], places: Places, silenced: Places, line_of: ReadLine
) -> Iterator[tuple[Key, Said]]:
    for operation in document.operations or ():
        path, line = operation["path"], operation["line"]
        source = Source("lint", operation["provider"], operation["name"], path, line, line_of(path, line))
        for case, states in operation["verdicts"].items():
            for obligation, state in states.items():
                shown, why = Shown(state), "" if operation.get("complete", True) else NOT_FOLLOWED
                if shown is Shown.BROKEN:
                    loud, quiet = (p.get((case, obligation), ()) for p in (places, silenced))
                    shown, why = _proved(_waived(accepts, case, obligation, source.path, loud), loud, quiet)
                yield (source.provider, case, obligation), Said(source, shown, why)


def _proved(waived: str | None, loud: Collection[Place], quiet: Collection[Place]) -> tuple[Shown, str]:
    """What is shown of a broken obligation, and why. It is suppressed where every finding that says so is."""
    if waived is not None:
        return Shown.ACCEPTED, waived
    if quiet and not loud:
        return Shown.SUPPRESSED, "; ".join(dict.fromkeys(p.why for p in quiet if p.why))
    return Shown.BROKEN, ""


def _waived(
    accepts: Sequence[Accept], case: str, obligation: str, path: str, places: Iterable[Place] = ()
) -> str | None:
    """Why a broken obligation is accepted: for the path of the operation or test, else for all places that break it."""
    mine = [a for a in accepts if a.case == case and a.obligation == obligation]
    paths = [p.path for p in places]
    for one in mine:
        if _within(path, one):
            return one.why
    if mine and paths and all(any(_within(p, one) for one in mine) for p in paths):
        return mine[0].why
    return None


def _within(path: str, accept: Accept) -> bool:
    return any(glob_match(path, pattern) for pattern in accept.paths)


# --- tests --------------------------------------------------------------------------------------------------------


def _of_tests(document: Document, accepts: Sequence[Accept]) -> Iterator[tuple[Key, Said]]:
    for item in document.items or ():
        nodeid = item["nodeid"]
        name = nodeid.partition("[")[0]
        source = Source("tests", item["provider"], name, name.partition("::")[0])
        for obligation, state in item["verdicts"].items():
            shown, why = _judged(item, obligation, state, _waived(accepts, item["case"], obligation, source.path))
            message = item["message"] if state == State.BROKEN else ""
            said = Said(source, shown, why, nodeid, message, _again(item, state))
            yield (item["provider"], item["case"], obligation), said


def _judged(item: Mapping[str, Any], obligation: str, state: str, why: str | None) -> tuple[Shown, str]:
    """What is shown of a state, and why it is not broken where it seems so."""
    if state == State.BROKEN and why is not None:
        return Shown.ACCEPTED, why
    if state == State.BROKEN and obligation in item["accepted"]:
        if obligation == Obligation.ROBUST:
            return Shown.NOT_COUNTED, NOT_COUNTED
        return Shown.ACCEPTED, "accepted when the tests ran"
    return Shown(state), ""


def _again(item: Mapping[str, Any], state: str) -> str:
    """The command that runs a failure again, or the test where it didn't fail."""
    replay = _REPLAY.search(item["message"]) if state == State.BROKEN else None
    return replay[1] if replay else f"pytest {shlex.quote(item['nodeid'])}"
