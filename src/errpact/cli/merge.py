"""`errpact merge`: results of several jobs or shards, of lint and of the tests, in one file."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from errpact.contracts.errors import ErrpactError

EPILOG = """\
  errpact merge job1.json job2.json lint.json -o all.json
  errpact matrix --results all.json --html matrix.html
  errpact merge lint-*.json --output-format sarif -o errpact.sarif

Each FILE is what `errpact lint --output-format json=FILE`, `pytest --errpact-json FILE` or `errpact merge` wrote.
A finding that several hold is kept once; where two speak of the same operation or test item, the worse verdict stands;
counts are added.
"""


class NothingToShow(ErrpactError):
    """A format that the results have nothing for."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.epilog = EPILOG
    parser.add_argument("files", nargs="+", metavar="FILE", type=Path, help="results of lint or of the tests")
    parser.add_argument("--output-format", choices=("json", "sarif"), default="json", help="json (default) or sarif")
    parser.add_argument("--output-file", "-o", metavar="FILE", type=Path, help="write there instead of printing")


def run(args: argparse.Namespace) -> int:
    """Merge and write; exit 0. Raises ErrpactError for what the user must mend."""
    from errpact.report.merge import merge

    from ._output import save
    from .matrix import read_document

    merged = merge([read_document(path) for path in args.files])
    text = json.dumps(merged, indent=1) + "\n" if args.output_format == "json" else _sarif(merged)
    if args.output_file is not None:
        save(args.output_file, text)
    else:
        sys.stdout.write(text)
        sys.stdout.flush()  # a closed pipe is to be noticed here, not at exit
    return 0


def _sarif(merged: Mapping[str, Any]) -> str:
    """Lint's part as SARIF; its paths stay as the jobs wrote them. Fixes are left out: where they are, only the source
    says. Raises NothingToShow."""
    from errpact.lint.finding import Finding, InternalError, Operation
    from errpact.lint.report import View, render
    from errpact.lint.result import Report

    if "findings" not in merged:
        raise NothingToShow("the files hold no results of lint, and SARIF shows nothing else; add lint's JSON")
    try:
        findings = tuple(Finding.of(f) for f in merged["findings"])
        operations = tuple(Operation.of({"complete": True, **o}) for o in merged["operations"])
        errors = tuple(InternalError(**e) for e in merged["errors"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NothingToShow(
            "a finding lacks what this errpact writes in one, so there is no SARIF; lint again"
        ) from None
    report = Report(Path.cwd(), findings, operations, statistics=merged["statistics"], errors=errors)
    return render(report, "sarif", View())
