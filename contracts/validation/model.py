"""What validation says: problems, and one report for each file. Nothing here holds a value of a payload, except where
`shown` let it through."""

# No `from __future__ import annotations`: NamedTuple would compile each annotation, which takes some milliseconds.

import re
from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any, Final, NamedTuple

from ..plain import changeable

MAX_PROBLEMS: Final = 50
"""Problems that a report keeps for one file and kind; the rest is counted (of
shapes: the replies). Keeps memory flat on endless files."""
MAX_CODES: Final = 200
GZIP: Final = b"\x1f\x8b"
"""What compressed data begins with."""
_CODE_LIKE: Final = re.compile(r"[A-Za-z0-9_.-]{1,64}")


class Tally(dict[Any, int]):
    """How often each thing came; what never came is 0. (A Counter costs a microsecond to make, in each of a thousand
    reports that have nothing to count.)"""

    def __missing__(self, key: Any) -> int:
        return 0


class Severity(StrEnum):
    """What a problem does to the exit code: error 1, warning nothing, usage 2."""

    ERROR = "error"
    WARNING = "warning"
    USAGE = "usage"


KINDS: Final[Mapping[str, str]] = {
    "unknown-code": "The code is not documented.",
    "unknown-advice": "The advice value is not documented.",
    "unknown-status": "No documented case has this HTTP status, or the code is not documented with it.",
    "unknown-body": "The page documents no such body.",
    "shape": "The body does not have the documented shape.",
    "not-json": "The text is not JSON.",
    "unreadable": "The file, or a part of it, cannot be read safely.",
    "duplicate-key": "An object has a key twice.",
    "not-a-capture": "The file holds no replies that can be recognised.",
    "no-provider": "Nothing says which provider the replies come from.",
    "contract": "The contract file is not valid.",
    "sample": "A sample of the contract contradicts the contract.",
    "schema": "The schema is not valid.",
    "remote-ref": "The schema refers to something outside itself; nothing is ever fetched.",
}


class Record(NamedTuple):
    """One captured reply. body: a parsed JSON value, or bytes/str that may hold one, or None for an empty body.

    recorded: False where the capture left the body out. line (from 1) and entry say where it stands.
    """

    body: Any
    status: int | None = None
    method: str | None = None
    host: str | None = None
    line: int | None = None
    entry: str | None = None
    channel: str = "reply"
    recorded: bool = True


class Trouble(NamedTuple):
    """A part of a file that could not be read; the rest of the file goes on."""

    kind: str
    message: str
    line: int | None = None
    entry: str | None = None


class ShapeError(NamedTuple):
    """One violation of a shape. pointer: where. expected: what is documented. found: the JSON type, or a value that
    may be shown. envelope: ids of the envelopes that were expected."""

    pointer: str
    expected: str
    found: str
    envelopes: tuple[str, ...] = ()


class Problem(NamedTuple):
    """Something that a file has wrong, with its place and the documented expectation."""

    kind: str
    severity: Severity
    message: str
    line: int | None = None
    entry: str | None = None
    pointer: str | None = None
    provider: str | None = None
    cases: tuple[str, ...] = ()
    expected: str | None = None
    found: str | None = None
    nearest: tuple[str, ...] = ()
    source: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The fields that say something."""
        fields = self._asdict().items()
        return {k: list(v) if isinstance(v, tuple) else v for k, v in fields if v not in (None, ())}


@changeable
class FileReport:
    """What was found in one file. form: `json`, `ndjson`, `har`, `cassette`, `contract`, `schema`.

    checked: replies that were held against a contract; valid: those without a problem. covered: case ids by
    provider; possible: those of replies that do not tell the HTTP status which decides between them. skipped: parts
    left out, by reason. counts: all problems by kind, also those beyond `MAX_PROBLEMS`.
    """

    path: str
    form: str = ""
    checked: int = 0
    valid: int = 0
    problems: list[Problem] = field(default_factory=list)
    counts: Tally = field(default_factory=Tally)
    severities: Tally = field(default_factory=Tally)
    covered: dict[str, set[str]] = field(default_factory=dict)
    possible: dict[str, set[str]] = field(default_factory=dict)
    skipped: Tally = field(default_factory=Tally)
    unknown_codes: Tally = field(default_factory=Tally)

    def add(self, problem: Problem) -> None:
        """Count a problem, and keep it while there are few of its kind."""
        self.counts[problem.kind] += 1
        self.severities[problem.severity] += 1
        if self.counts[problem.kind] <= MAX_PROBLEMS:
            self.problems.append(problem)

    def saw_code(self, code: str) -> None:
        """Count an unknown code; beyond `MAX_CODES` different ones they fall together."""
        known = code in self.unknown_codes or len(self.unknown_codes) < MAX_CODES
        self.unknown_codes[code if known else "…"] += 1

    @property
    def unusable(self) -> bool:
        """Whether there was no reply to check, and not because there is none in it. Contracts and schemas are checked
        themselves."""
        return not (self.ok or self.checked or self.skipped)

    @property
    def ok(self) -> bool:
        """No error in this file; warnings don't count."""
        return not self.severities or not (self.severities[Severity.ERROR] or self.severities[Severity.USAGE])


def shown(value: Any, *, code_like: bool, everything: bool = False) -> str | None:
    """A payload's value as it may be written: at a code, advice or status pointer if it looks like a code; anything
    only if the user asked for it. None where it stays hidden."""
    if everything:
        try:
            text = repr(value)
        except RecursionError:
            text = "…"
        return text if len(text) <= 200 else text[:199] + "…"
    if code_like and isinstance(value, (str, int)) and not isinstance(value, bool):
        text = str(value) if isinstance(value, str) or -(10**63) < value < 10**63 else ""
        return text if _CODE_LIKE.fullmatch(text) else None
    return None


def json_type(value: Any) -> str:
    """JSON's word for a value's type."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    names = {int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return names.get(type(value), "value")
