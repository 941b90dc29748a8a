"""Bytes → IR, file by file: one that cannot be parsed costs one EP900, never the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import libcst as cst

from .finding import Finding, Severity
from .guard import Absurd, refuse_absurd
from .lower import Lowering
from .project import SourceFile
from .watch import at


class Parsed:
    """A parsed file: its source, its IR, what its idents came from, and from where to where those of its outermost
    functions go."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with _unchecked():
            self.tree = tree = cst.parse_module(data)
        lowering = Lowering()
        self.module = lowering.module(tree)
        self.origin = lowering.origin
        self.functions = lowering.functions


def parse(files: Iterable[SourceFile]) -> tuple[dict[str, Parsed], list[Finding]]:
    """Parse files; one that cannot be parsed costs one EP900."""
    parsed: dict[str, Parsed] = {}
    findings: list[Finding] = []
    for file in files:
        at(file.path)
        try:
            refuse_absurd(file.data)
            parsed[file.path] = Parsed(file.data)
        except cst.ParserSyntaxError as exc:
            findings.append(_unreadable(file.path, exc.raw_line, "is not valid Python", "mend the syntax"))
        except (UnicodeDecodeError, LookupError, SyntaxError):  # the last from the search for a coding cookie
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
    at("")
    return parsed, findings


@contextmanager
def _unchecked() -> Iterator[None]:
    """Without the check of each node as it is made, which is there for trees that a program builds: the parser's own
    pass it, and it takes an eighth of the parse."""
    check = cst.CSTNode.__post_init__
    cst.CSTNode.__post_init__ = _nothing  # type: ignore[method-assign, assignment]  # put back below
    try:
        yield
    finally:
        cst.CSTNode.__post_init__ = check  # type: ignore[method-assign]  # as it was


def _nothing(node: cst.CSTNode) -> None:
    pass


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
