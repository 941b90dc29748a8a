"""Reads what the engines wrote: lint's JSON, the plugin's JSON, and both in one (`errpact merge`)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from errpact.contracts import ErrpactError, State

VERSION: Final = 1
_STATES: Final = frozenset(State)
_OPERATION: Final = {"name": str, "path": str, "line": int, "provider": str, "verdicts": dict}
_FINDING: Final = {"rule": str, "name": str, "path": str, "line": int, "message": str, "cases": list, "steps": list}
_ITEM: Final = {"provider": str, "case": str, "nodeid": str, "verdicts": dict, "message": str, "accepted": list}


class BadResults(ErrpactError):
    """A file that holds no results of errpact: where, what is wrong, how to mend it."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(name, problem)
        self.name = name
        self.problem = problem

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.problem}; give the file of `errpact lint --output-format json=FILE`, "
            "`pytest --errpact-json FILE` or `errpact merge`"
        )


@dataclass(frozen=True, slots=True)
class Document:
    """The parts of a results file, each entry as JSON has it, its keys and types checked. None: it has no such part."""

    operations: tuple[Mapping[str, Any], ...] | None = None
    findings: tuple[Mapping[str, Any], ...] = ()
    suppressed: tuple[Mapping[str, Any], ...] = ()
    items: tuple[Mapping[str, Any], ...] | None = None
    statistics: Mapping[str, int] | None = None
    errors: tuple[Any, ...] = ()


def parse(name: str, data: bytes) -> Document:
    """A file's bytes → Document. Raises BadResults."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as exc:
        raise BadResults(name, f"is no JSON ({type(exc).__name__})") from None
    return document(name, value)


def document(name: str, value: Any) -> Document:
    """A JSON value → Document. Raises BadResults."""
    if not isinstance(value, dict) or not ("operations" in value or "items" in value):
        raise BadResults(name, "has neither `operations` nor `items`")
    if value.get("version") != VERSION:
        raise BadResults(name, f"is of version {value.get('version')!r}, and this errpact reads version {VERSION}")
    linted, has_quiet = "operations" in value, "suppressed" in value
    return Document(
        operations=_entries(name, value, "operations", _OPERATION, _check_operation) if linted else None,
        findings=_entries(name, value, "findings", _FINDING, _check_finding) if linted else (),
        suppressed=_entries(name, value, "suppressed", _FINDING, _check_finding) if linted and has_quiet else (),
        items=_entries(name, value, "items", _ITEM, _check_item) if "items" in value else None,
        statistics=_statistics(name, value) if linted else None,
        errors=_errors(name, value) if linted else (),
    )


def _entries(
    name: str, value: dict[str, Any], key: str, shape: Mapping[str, type], check: Callable[[str, dict[str, Any]], None]
) -> tuple[Mapping[str, Any], ...]:
    entries = value.get(key)
    if not isinstance(entries, list):
        raise BadResults(name, f"`{key}` is no list")
    for number, entry in enumerate(entries):
        place = f"{key}[{number}]"
        if not isinstance(entry, dict):
            raise BadResults(name, f"`{place}` is no object")
        for field, kind in shape.items():
            if not isinstance(entry.get(field), kind) or isinstance(entry[field], bool):
                raise BadResults(name, f"`{place}.{field}` is missing or no {_WORDS[kind]}")
        try:
            check(place, entry)
        except ValueError as exc:
            raise BadResults(name, str(exc)) from None
    return tuple(entries)


_WORDS: Final = {str: "string", int: "integer", dict: "object", list: "list"}


def _check_operation(place: str, entry: dict[str, Any]) -> None:
    if not isinstance(entry.get("complete", True), bool):
        raise ValueError(f"`{place}.complete` is neither true nor false")
    for case, states in entry["verdicts"].items():
        _check_states(f"{place}.verdicts.{case}", states)


def _check_states(place: str, states: Any) -> None:
    if not isinstance(states, dict) or any(not isinstance(s, str) or s not in _STATES for s in states.values()):
        raise ValueError(f"`{place}` holds something else than states ({', '.join(State)})")


def _check_finding(place: str, entry: dict[str, Any]) -> None:
    for number, step in enumerate(entry["steps"]):
        if not isinstance(step, dict) or [type(step.get(k)) for k in ("path", "line", "text")] != [str, int, str]:
            raise ValueError(f"`{place}.steps[{number}]` has no `path`, `line` and `text`")
    _check_texts(f"{place}.cases", entry["cases"])


def _check_item(place: str, entry: dict[str, Any]) -> None:
    _check_states(f"{place}.verdicts", entry["verdicts"])
    _check_texts(f"{place}.accepted", entry["accepted"])


def _check_texts(place: str, texts: list[Any]) -> None:
    if not all(isinstance(text, str) for text in texts):
        raise ValueError(f"`{place}` holds something else than strings")


def _statistics(name: str, value: dict[str, Any]) -> Mapping[str, int]:
    found = value.get("statistics", {})
    if not isinstance(found, dict) or not all(type(v) is int for v in found.values()):
        raise BadResults(name, "`statistics` holds something else than counts")
    return found


def _errors(name: str, value: dict[str, Any]) -> tuple[Any, ...]:
    found = value.get("errors", [])
    if not isinstance(found, list):
        raise BadResults(name, "`errors` is no list")
    return tuple(found)
