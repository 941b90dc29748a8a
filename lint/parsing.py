"""Bytes → IR, file by file: one that cannot be parsed costs one EP900, never the run."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from .discover import SourceFile
from .finding import Finding, Severity
from .lower import Lowering


class Parsed:
    """A parsed file: its IR, and what its idents came from."""

    def __init__(self, tree: cst.Module) -> None:
        lowering = Lowering()
        self.tree = tree
        self.module = lowering.module(tree)
        self.origin = lowering.origin


def parse(files: Iterable[SourceFile]) -> tuple[dict[str, Parsed], list[Finding]]:
    """Parse files; one that cannot be parsed costs one EP900."""
    parsed: dict[str, Parsed] = {}
    findings: list[Finding] = []
    for file in files:
        try:
            refuse_absurd(file.data)
            parsed[file.path] = Parsed(cst.parse_module(file.data))
        except cst.ParserSyntaxError as exc:
            findings.append(_unreadable(file.path, exc.raw_line, "is not valid Python", "mend the syntax"))
        except (UnicodeDecodeError, LookupError):
            findings.append(
                _unreadable(file.path, 1, "is not UTF-8 and declares no other encoding", "save it as UTF-8")
            )
        except (RecursionError, MemoryError, Absurd) as exc:
            findings.append(
                _unreadable(
                    file.path,
                    1,
                    f"nests too deep to be parsed ({exc})" if str(exc) else "nests too deep to be parsed",
                    "split it, or exclude it",
                )
            )
        except Exception as exc:  # libcst raises plain exceptions on input that its native parser refuses
            findings.append(_unreadable(file.path, 1, f"cannot be parsed: {type(exc).__name__}", "mend or exclude it"))
    return parsed, findings


class Absurd(ValueError):
    """A file that would kill the parser."""


def refuse_absurd(data: bytes) -> None:
    """libcst's native parser dies on absurd nesting: refuse deep brackets and very long chains of operators."""
    depth = deepest = 0
    for char in data:
        if char in b"([{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in b")]}":
            depth = max(0, depth - 1)
    if deepest > 400:
        raise Absurd(f"{deepest} brackets deep")
    longest = max(
        (
            line.count(b"+") + line.count(b"*") + line.count(b" or ") + line.count(b" and ")
            for line in data.split(b"\n")
        ),
        default=0,
    )
    if longest > 2000:
        raise Absurd(f"{longest} operators on one line")
    joined = sum(1 for line in data.split(b"\n") if line.lstrip()[:1] in b"+-*/|&" and line.strip())
    if joined > 3000:
        raise Absurd(f"{joined} lines that go on with an operator")


def _unreadable(path: str, line: int, reason: str, mend: str) -> Finding:
    return Finding(
        rule="EP900",
        name="unreadable-file",
        severity=Severity.ERROR,
        path=path,
        line=max(1, line),
        message=f"this file {reason}",
        help=mend,
    )
