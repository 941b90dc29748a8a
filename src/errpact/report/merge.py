"""Documents of several jobs or shards → one. Where two jobs speak of the same thing, the worse verdict stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from .documents import VERSION, Document
from .values import Shown, worst

Entry = Mapping[str, Any]
_PARTS: Final = ("findings", "suppressed", "operations", "statistics", "errors")


def merge(documents: Sequence[Document]) -> dict[str, Any]:
    """One JSON object with lint's keys if any document has them, and `items` if any has them; the same whatever the
    order of the documents."""
    merged: dict[str, Any] = {"version": VERSION}
    linted = [d for d in documents if d.operations is not None]
    if linted:
        loud, quiet = _findings(d.findings for d in linted), _findings(d.suppressed for d in linted)
        parts = (loud, quiet, _operations(linted), _sums(linted), _errors(linted))
        merged |= dict(zip(_PARTS, parts, strict=True))
    if any(d.items is not None for d in documents):
        merged["items"] = _items(item for d in documents for item in d.items or ())
    return merged


def _findings(documents: Iterable[Iterable[Entry]]) -> list[Entry]:
    found = {_place(f): f for findings in documents for f in findings}
    return [found[key] for key in sorted(found)]


def _place(finding: Entry) -> tuple[str, int, int, str, str, tuple[str, ...]]:
    """Lint's own order of findings; two that agree in all of it are one."""
    column = finding.get("column")
    place = (finding["path"], finding["line"], column if type(column) is int else 1)
    return (*place, finding["rule"], finding["message"], tuple(finding["cases"]))


def _operations(documents: Iterable[Document]) -> list[Entry]:
    found: dict[tuple[str, int, str, str], Entry] = {}
    for one in (o for d in documents for o in d.operations or ()):
        key = (one["path"], one["line"], one["name"], one["provider"])
        known = found.get(key)
        found[key] = one if known is None else _same_operation(known, one)
    return [found[key] for key in sorted(found)]


def _same_operation(left: Entry, right: Entry) -> Entry:
    complete = all(side.get("complete", True) for side in (left, right))
    return {**right, "complete": complete, "verdicts": _by_case(left["verdicts"], right["verdicts"])}


def _by_case(left: Mapping[str, Entry], right: Mapping[str, Entry]) -> dict[str, Entry]:
    cases = dict.fromkeys((*left, *right))
    return {case: _worse(left.get(case, {}), right.get(case, {})) for case in sorted(cases)}


def _worse(left: Mapping[str, str], right: Mapping[str, str]) -> dict[str, str]:
    """Obligation → the worse of two states."""
    both = {**left, **right}
    return {o: str(worst(Shown(s[o]) for s in (left, right) if o in s)) for o in both}


def _sums(documents: Iterable[Document]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for name, count in (pair for d in documents for pair in (d.statistics or {}).items()):
        sums[name] = sums.get(name, 0) + count
    return dict(sorted(sums.items()))


def _errors(documents: Iterable[Document]) -> list[Any]:
    errors = [error for d in documents for error in d.errors]
    return sorted((e for n, e in enumerate(errors) if e not in errors[:n]), key=repr)


def _items(items: Iterable[Entry]) -> list[Entry]:
    found: dict[tuple[str, str], Entry] = {}
    for item in items:
        key = (item["nodeid"], item["case"])
        found[key] = _both(found[key], item) if key in found else item
    return [found[key] for key in sorted(found)]


def _both(left: Entry, right: Entry) -> Entry:
    """Two runs of one test item, as one."""
    verdicts = _worse(left["verdicts"], right["verdicts"])
    sides = (left, right)
    return {
        **left,
        "examples": sum(_count(s.get("examples")) for s in sides),
        "verdicts": verdicts,
        "requests": _range([s["requests"] for s in sides if isinstance(s.get("requests"), dict)]),
        "waits": _shortest([s["waits"] for s in sides if isinstance(s.get("waits"), list)]),
        "message": "\n\n".join(sorted({s["message"] for s in sides if s["message"]})),
        "notes": sorted({n for s in sides for n in s.get("notes") or () if isinstance(n, str)}),
        # waived in one run only: then the other run's verdict isn't
        "accepted": [o for o in verdicts if verdicts[o] == Shown.BROKEN and all(_waives(s, o) for s in sides)],
    }


def _waives(item: Entry, obligation: str) -> bool:
    return obligation in item["accepted"] or item["verdicts"].get(obligation) != Shown.BROKEN


def _count(value: Any) -> int:
    return value if type(value) is int else 0


def _range(ranges: Iterable[Entry]) -> dict[str, int]:
    pairs = [(_count(r.get("min")), _count(r.get("max"))) for r in ranges]
    return {"min": min((a for a, _ in pairs), default=0), "max": max((b for _, b in pairs), default=0)}


def _shortest(waits: Sequence[Sequence[Any]]) -> list[float]:
    """The smallest gap before each resend."""
    gaps = [[g for g in one if isinstance(g, (int, float)) and not isinstance(g, bool)] for one in waits]
    longest = max((len(g) for g in gaps), default=0)
    return [min(g[n] for g in gaps if len(g) > n) for n in range(longest)]
