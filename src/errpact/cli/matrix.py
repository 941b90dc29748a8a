"""`errpact matrix`: case × obligation, what lint proved and what the tests tried."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from errpact.contracts.errors import ErrpactError

from . import named

if TYPE_CHECKING:
    from errpact.contracts import Contract
    from errpact.contracts.settings import Settings
    from errpact.lint.finding import InternalError
    from errpact.lint.result import Report
    from errpact.report.documents import Document
    from errpact.report.values import Facts, Matrix

EPILOG = """\
  errpact matrix src --results errpact.json             what both engines say, on the terminal
  errpact matrix src --results a.json b.json --html matrix.html
  errpact matrix --lint lint.json --results tests.json  join what other jobs wrote

Each cell shows lint's verdict, then the tests': the worst of all operations, and of all tests. Without --lint the PATHs
(default: the current folder) are linted. Deviations of [[tool.errpact.accept]] are shown as accepted, findings
that a comment or per-file-ignores silences as suppressed (for lint alone: the tests still count).

Exit codes: 0; 1 where an obligation is broken and not accepted (--exit-zero: 0); 2 usage or configuration error.
"""


class Unreadable(ErrpactError):
    """A results file that cannot be read."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.usage = "%(prog)s [options] [PATH ...]"
    parser.epilog = EPILOG
    add = parser.add_argument
    what = "files and folders to lint (default: the current folder)"
    add("paths", nargs="*", type=named, metavar="PATH", help=what)
    add("--results", nargs="+", action="extend", default=[], metavar="FILE", help="of `pytest --errpact-json FILE`")
    add("--lint", nargs="+", action="extend", default=[], metavar="FILE", help="lint's JSON, instead of linting")
    add("--html", type=Path, metavar="FILE", help="write a page that needs nothing but a browser")
    add("--output-format", choices=("text", "json"), default="text", help="text (default) or json")
    add("--each", action="store_true", help="a table for each operation and test too")
    add("--config", type=named, metavar="FILE", help="take the configuration from FILE")
    add("--no-cache", action="store_true", help="neither read nor write .errpact_cache")
    add("--exit-zero", action="store_true", help="exit 0 even if something is broken")


def run(args: argparse.Namespace) -> int:
    """Join and print. Raises ErrpactError for what the user must mend."""
    from errpact.report.values import Shown

    _set_paths_apart(args)
    given = [read_document(Path(p)) for p in (*args.lint, *args.results)]
    needed = args.paths or not any(d.operations is not None for d in given)
    linted = _lint(args) if needed else None
    matrix = _matrix(args, given, linted)
    if args.html is not None:
        from errpact.report.page import render as page

        from ._output import save

        save(args.html, page(matrix))
        print(f"{args.html}: written", file=sys.stderr)
    _print(matrix, args)
    if linted is not None and linted.errors:
        for error in linted.errors:
            print(f"errpact: {error}; this is a fault of errpact (ERRPACT_DEBUG=1 shows where)", file=sys.stderr)
        return 2
    return 1 if matrix.count(Shown.BROKEN) and not args.exit_zero else 0


def _set_paths_apart(args: argparse.Namespace) -> None:
    """What follows the results' files on the command line and is none, but something to lint, is a PATH."""
    for name in ("results", "lint"):
        given = getattr(args, name)
        paths = [p for p in given if p.endswith(".py") or os.path.isdir(p)]
        setattr(args, name, [p for p in given if p not in paths])
        args.paths += paths


def _print(matrix: Matrix, args: argparse.Namespace) -> None:
    from errpact.report import as_json, text

    from ._terminal import styled

    if args.output_format == "json":
        shown = as_json.render(matrix)
    else:
        encoding = sys.stdout.encoding or "ascii"
        plain = "✓".encode(encoding, "replace") == b"?"
        shown = text.render(matrix, text.View(colour=styled(), each=args.each, plain=plain))
        shown = shown.encode(encoding, "backslashreplace").decode(encoding)
    sys.stdout.write(shown)
    sys.stdout.flush()  # a closed pipe is to be noticed here, not at exit


def _matrix(args: argparse.Namespace, given: Sequence[Document], linted: Linted | None) -> Matrix:
    from errpact.contracts import load_all
    from errpact.contracts.accepting import check_accepts
    from errpact.contracts.settings import load_settings
    from errpact.report.join import join

    settings = load_settings(Path.cwd(), Path(args.config) if args.config else None)
    everywhere = (*(linted.settings if linted else ()), settings)
    contracts = load_all(tuple(dict.fromkeys(p for s in everywhere for p in s.contracts)))
    for each in everywhere:
        check_accepts(each, contracts)
    return join(
        [*given, *([linted.document] if linted else [])],
        accepts=tuple(dict.fromkeys(a for s in everywhere for a in s.accepts)),
        facts=_facts(contracts.values()),
        line_of=_Lines([*([linted.root] if linted else []), settings.root]),
    )


def read_document(path: Path) -> Document:
    """A results file. Raises Unreadable, BadResults."""
    from errpact.contracts.files import read
    from errpact.report.documents import parse

    try:
        return parse(str(path), read(path))
    except OSError as exc:
        raise Unreadable(f"{path}: cannot be read: {exc.strerror}; check the path") from None


# --- lint ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Linted:
    """What linting the paths found, the configurations in force, the folder that found paths are relative to, and
    where errpact itself failed: the rest stands."""

    document: Document
    settings: tuple[Settings, ...]
    root: Path
    errors: tuple[InternalError, ...]


def _lint(args: argparse.Namespace) -> Linted:
    from errpact.lint.result import combine
    from errpact.report.documents import document

    done = list(_reports(args))
    report = combine([r for _, r in done])
    value = {
        "version": 1,
        "findings": [f.data() for f in report.findings],
        "suppressed": [s.finding.data() | {"why": s.why} for s in report.suppressed],
        "operations": [o.data() for o in report.operations],
    }
    return Linted(document("lint", value), tuple(s for s, _ in done), report.root, report.errors)


def _reports(args: argparse.Namespace) -> Iterator[tuple[Settings, Report]]:
    """Each project with its configuration. Accepted findings stay in: the matrix shows them as accepted."""
    from errpact.contracts.settings import load_settings
    from errpact.lint.cache import FOLDER, Cache
    from errpact.lint.discover import Request
    from errpact.lint.engine import run as lint

    from ._lint_run import _projects

    todo = list(_projects(argparse.Namespace(paths=args.paths, config=args.config, stdin_filename=None)))
    while todo:
        settings, paths = todo.pop(0)
        cache = Cache(None if args.no_cache else settings.root / FOLDER)
        report = lint(Request(tuple(paths), nested=not args.config), replace(settings, accepts=()), cache=cache)
        yield settings, report
        todo += [(load_settings(Path(p)), (Path(p),)) for p in report.projects]


class _Lines:
    """Source lines by path and number; empty where there is none."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self._roots = roots
        self._files: dict[str, Sequence[str]] = {}

    def __call__(self, path: str, line: int) -> str:
        if path not in self._files:
            self._files[path] = self._read(path)
        lines = self._files[path]
        return lines[line - 1].strip() if 0 < line <= len(lines) else ""

    def _read(self, path: str) -> Sequence[str]:
        """A file below one of the roots: results come from elsewhere, and what they name outside is none of theirs."""
        from errpact.lint.result import text_lines

        for root in self._roots:
            file = (root / path).resolve()
            if path.endswith(".py") and file.is_relative_to(root.resolve()) and file.is_file():
                try:
                    return text_lines(file.read_bytes())
                except OSError:
                    continue  # shown without its code
        return ()


# --- contracts ----------------------------------------------------------------------------------------------------


def _facts(contracts: Iterable[Contract]) -> Mapping[str, Facts]:
    """Case id → what its page says."""
    from errpact.report.values import Facts

    from ._facts import policy_sentence

    return {
        case.id: Facts(case.meaning, policy_sentence(case.policy), tuple(map(str, case.policy.steps)), str(case.source))
        for contract in contracts
        for case in contract.cases
    }
