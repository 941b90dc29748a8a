"""What the analysis hands to the reports: findings, operations and their verdicts. Frozen values, no logic of rules.

Positions: `line` and `column` count from 1, in characters, and `end_column` is the column after the last character.
Paths are posix, relative to the project's root.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Any

from ..contracts.plain import value


class Severity(StrEnum):
    """How grave a finding is: errors and warnings make the exit code 1, an info doesn't."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Certainty(StrEnum):
    """Whether the analysis is sure; only `definite` findings are shown unless asked for."""

    DEFINITE = "definite"
    POSSIBLE = "possible"


@value
class Edit:
    """Bytes `start` to `end` (end excluded) of a file become `text`."""

    path: str
    start: int
    end: int
    text: str


@value
class Fix:
    """A change that mends a finding. safe: `--fix` may apply it; otherwise it is only shown."""

    summary: str
    edits: tuple[Edit, ...]
    safe: bool = False

    def data(self) -> dict[str, Any]:
        """As JSON."""
        edits = [{"path": e.path, "start": e.start, "end": e.end, "text": e.text} for e in self.edits]
        return {"summary": self.summary, "safe": self.safe, "edits": edits}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Fix:
        """Back from JSON."""
        return cls(data["summary"], tuple(Edit(**e) for e in data["edits"]), data["safe"])


PathStep = tuple[str, int, str]
"""One step of the way to a finding: path, line, what happens there."""


@value
class Finding:
    """What lint reports.

    rule: `EP101`. name: `forbidden-retry`. provider: None for findings about a file or a comment. cases: ids. codes:
    wire values as strings. help: the mend. fingerprint: stable while lines move; the engine fills it in.
    """

    rule: str
    name: str
    severity: Severity
    path: str
    line: int
    message: str
    column: int = 1
    end_line: int | None = None
    end_column: int | None = None
    certainty: Certainty = Certainty.DEFINITE
    provider: str | None = None
    cases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    help: str | None = None
    fix: Fix | None = None
    fingerprint: str = ""
    path_steps: tuple[PathStep, ...] = ()

    @property
    def order(self) -> tuple[object, ...]:
        """The one order of findings, whatever the order of files or workers."""
        return (self.path, self.line, self.column, self.rule, self.message, self.cases)

    def data(self) -> dict[str, Any]:
        """As JSON, with the keys that others rely on."""
        return {
            "rule": self.rule,
            "name": self.name,
            "severity": str(self.severity),
            "certainty": str(self.certainty),
            "provider": self.provider,
            "cases": list(self.cases),
            "codes": list(self.codes),
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line if self.end_line is not None else self.line,
            "end_column": self.end_column if self.end_column is not None else self.column,
            "message": self.message,
            "help": self.help,
            "fix": self.fix.data() if self.fix else None,
            "fingerprint": self.fingerprint,
            "steps": [{"path": path, "line": line, "text": text} for path, line, text in self.path_steps],
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Finding:
        """Back from JSON."""
        return cls(
            rule=data["rule"],
            name=data["name"],
            severity=Severity(data["severity"]),
            certainty=Certainty(data["certainty"]),
            provider=data["provider"],
            cases=tuple(data["cases"]),
            codes=tuple(data["codes"]),
            path=data["path"],
            line=data["line"],
            column=data["column"],
            end_line=data["end_line"],
            end_column=data["end_column"],
            message=data["message"],
            help=data["help"],
            fix=Fix.of(data["fix"]) if data["fix"] else None,
            fingerprint=data["fingerprint"],
            path_steps=tuple((s["path"], s["line"], s["text"]) for s in data["steps"]),
        )


@value
class Operation:
    """An entry point that performs provider calls, with what lint proved. verdicts: case id → obligation → state.
    complete: it was followed to its end; else all of its verdicts are undecided."""

    name: str
    path: str
    line: int
    provider: str
    verdicts: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)
    complete: bool = True

    @property
    def order(self) -> tuple[str, int, str, str]:
        """The one order of operations."""
        return (self.path, self.line, self.name, self.provider)

    def data(self) -> dict[str, Any]:
        """As JSON."""
        verdicts = {case: {str(o): str(s) for o, s in states.items()} for case, states in self.verdicts.items()}
        return {
            "name": self.name,
            "path": self.path,
            "line": self.line,
            "provider": self.provider,
            "complete": self.complete,
            "verdicts": verdicts,
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Operation:
        """Back from JSON."""
        return cls(data["name"], data["path"], data["line"], data["provider"], data["verdicts"], data["complete"])


@value
class InternalError:
    """A failure of errpact itself: the rule or stage, the file (or empty), the exception in one line."""

    where: str
    path: str
    message: str

    def __str__(self) -> str:
        place = f" at {self.path}" if self.path else ""
        return f"internal error in {self.where}{place}: {self.message}"


@value
class Analysis:
    """Everything that the analysis of a project found.

    statistics: named counts. unresolved: what could not be followed, as EP902 findings. errors: rules or files on
    which errpact itself failed; the rest of the analysis stands.
    """

    findings: tuple[Finding, ...] = ()
    operations: tuple[Operation, ...] = ()
    statistics: Mapping[str, int] = field(default_factory=dict, hash=False)
    unresolved: tuple[Finding, ...] = ()
    errors: tuple[InternalError, ...] = ()

    def data(self) -> dict[str, Any]:
        """As JSON (for the cache)."""
        return {
            "findings": [_exact(f) for f in self.findings],
            "operations": [o.data() for o in self.operations],
            "statistics": dict(self.statistics),
            "unresolved": [_exact(f) for f in self.unresolved],
        }

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Analysis:
        """Back from JSON. An analysis with internal errors is never stored."""
        return cls(
            tuple(Finding.of(f) for f in data["findings"]),
            tuple(Operation.of(o) for o in data["operations"]),
            data["statistics"],
            tuple(Finding.of(f) for f in data["unresolved"]),
        )


def _exact(finding: Finding) -> dict[str, Any]:
    """A finding as JSON without the defaults that its public form fills in."""
    return finding.data() | {"end_line": finding.end_line, "end_column": finding.end_column}
