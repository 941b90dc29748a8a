"""What changed between two versions of a contract, case by case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

from .as_json import case_json
from .case import Case
from .contract import Contract
from .plain import value

_UNREMARKABLE: Final = frozenset({"id", "provider", "obligations"})


@value
class FieldChange:
    """One field of a case that differs; a field of a table is written with a dot (`policy.verb`)."""

    field: str
    old: Any
    new: Any


@value
class CaseChange:
    """A case in both versions that differs; `renamed_from` is its former id where that is an alias now."""

    id: str
    fields: tuple[FieldChange, ...]
    renamed_from: str | None = None


@value
class Difference:
    """added and removed: ids. changed: what differs in the cases that both have."""

    old: Contract
    new: Contract
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[CaseChange, ...]

    def __bool__(self) -> bool:
        return any(getattr(self, f.name) for f in fields(self) if f.name not in ("old", "new"))


def compare(old: Contract, new: Contract) -> Difference:
    """The difference from one contract to another; cases are matched by id, or by alias where an id was renamed."""
    before = {case.id: case for case in old.cases}
    after = {case.id: case for case in new.cases}
    former = {alias: case.id for case in new.cases for alias in case.aliases}
    pairs = {ident: after.get(ident) or after.get(former.get(ident, "")) for ident in before}
    kept = {case.id for case in pairs.values() if case is not None}
    return Difference(
        old=old,
        new=new,
        added=tuple(ident for ident in after if ident not in kept),
        removed=tuple(ident for ident, case in pairs.items() if case is None),
        changed=tuple(c for ident, case in pairs.items() if case is not None and (c := _change(before[ident], case))),
    )


def _change(old: Case, new: Case) -> CaseChange | None:
    renamed = old.id if old.id != new.id else None
    found = tuple(_fields(case_json(old), case_json(new)))
    return CaseChange(new.id, found, renamed) if found or renamed else None


def _fields(old: dict[str, Any], new: dict[str, Any], prefix: str = "") -> Iterator[FieldChange]:
    for name in dict.fromkeys((*old, *new)):
        left, right = old.get(name), new.get(name)
        if left == right or (not prefix and name in _UNREMARKABLE):
            continue
        if isinstance(left, dict) and isinstance(right, dict):
            yield from _fields(left, right, f"{prefix}{name}.")
        else:
            yield FieldChange(prefix + name, left, right)
