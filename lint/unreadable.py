"""EP900 for what the analysis never saw: folders and files that may not be read, and files that are not text, or named
one by one and not Python."""

from __future__ import annotations

from collections.abc import Iterator

from .discover import Discovery
from .finding import Finding, Severity
from .project import SourceFile

RULE = "EP900"
NAME = "unreadable-file"


def unreadable(found: Discovery, known: set[str]) -> Iterator[Finding]:
    """EP900 findings, but for paths that have one already."""
    analysed = {f.path for f in found.project.files}
    for path, reason in sorted(found.unreadable.items()):
        yield complaint(path, 1, f"cannot be read: {reason}", "check the file's permissions, or exclude it")
    for path, reason in sorted(found.closed.items()):
        mend = "check the folder's permissions, or exclude it"
        yield complaint(path, 1, f"cannot be read: {reason}", mend, what="folder")
    for path in found.garbled:
        if path not in known:
            yield complaint(path, 1, "is not UTF-8 and declares no other encoding", "save it as UTF-8")
    for file in found.named:
        if file.path not in known and file.path not in analysed and file.path not in found.garbled:
            yield from _syntax(file)


def complaint(path: str, line: int, reason: str, mend: str, what: str = "file") -> Finding:
    """An EP900 finding."""
    return Finding(
        rule=RULE, name=NAME, severity=Severity.ERROR, path=path, line=line, message=f"this {what} {reason}", help=mend
    )


def _syntax(file: SourceFile) -> Iterator[Finding]:
    """Whether a file that needs no analysis is Python at all. The interpreter's own parser is asked first, being at
    hand; newer syntax than its own is left to libcst."""
    import ast
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(file.data)
    except SyntaxError as exc:
        if not _newer_syntax(file.data):
            yield complaint(file.path, exc.lineno or 1, f"is not valid Python: {exc.msg}", "mend the syntax")
    except (ValueError, RecursionError, MemoryError) as exc:
        yield complaint(file.path, 1, f"cannot be parsed: {exc}", "split or exclude it")


def _newer_syntax(data: bytes) -> bool:
    # absurd nesting can kill libcst's parser, and the interpreter refused this file already
    if len(data) > 1_000_000 or max(data.count(c) for c in (b"(", b"[", b"{")) > 5000:
        return False
    try:
        import libcst

        libcst.parse_module(data)
    except Exception:
        return False
    return True
