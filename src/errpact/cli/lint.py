"""`errpact lint`: prove the contracts on client source."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from errpact.contracts.errors import ErrpactError

if TYPE_CHECKING:
    from errpact.lint.result import Report

    from ._memo import Memo

EPILOG = """\
Without PATHS the current folder is linted. Output formats: text, json, sarif, github, gitlab, junit; several at once as
`--output-format text --output-format sarif=errpact.sarif`. Exit codes: 0 clean, 1 errors or warnings found, 2 usage,
configuration or internal error.
"""


class Usage(ErrpactError):
    """Options that can't be used, or not together."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options, named as ruff names its own."""
    parser.epilog = EPILOG
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders (default: the current folder)")
    add("--output-format", action="append", default=[], metavar="FORMAT[=FILE]", help="text (default), json, …")
    add("--output-file", "-o", metavar="FILE", help="write the output there instead of printing it")
    add("--select", action="append", default=[], metavar="RULES", help="only these rules: EP101,EP2 or ALL")
    add("--ignore", action="append", default=[], metavar="RULES", help="not these rules")
    add("--possible", action="store_true", help="show findings too that are only possible")
    add("--show-unresolved", action="store_true", help="show what could not be followed (EP902)")
    add("--statistics", action="store_true", help="count findings by rule, and what was looked at")
    add("--fix", action="store_true", help="apply safe fixes")
    add("--diff", action="store_true", help="show safe fixes as a diff; change nothing")
    add("--exit-zero", action="store_true", help="exit 0 even if there are findings")
    add("--baseline", metavar="FILE", help="report only findings that FILE doesn't know")
    add("--write-baseline", nargs="?", const="", metavar="FILE", help="accept all current findings into FILE")
    add("--since", metavar="REV", help="report only findings on lines changed since a git revision")
    add("--config", metavar="FILE", help="take the configuration from FILE")
    add("--no-cache", action="store_true", help="neither read nor write .errpact_cache")
    add("--no-prefilter", action="store_true", help="analyse every file, even one without a trace of a provider")
    add("--force-exclude", action="store_true", help="apply `exclude` to files named on the command line too")
    add("--stdin-filename", metavar="FILE", help="lint standard input as if it were FILE")
    add("--color", choices=("auto", "always", "never"), default="auto", help="colour the text output")
    add("--jobs", "-j", type=int, metavar="N", help="processes that analyse in parallel (default: one for each core)")


def run(args: argparse.Namespace) -> int:
    """Lint and print; returns the exit code. Raises ErrpactError for what the user must mend."""
    from ._memo import Memo

    memo = Memo(args)
    if (same := memo.recall()) is not None:
        out, err, code = same
        sys.stdout.write(out)
        sys.stdout.flush()
        sys.stderr.write(err)
        return code
    return _lint(args, memo)


def _lint(args: argparse.Namespace, memo: Memo) -> int:
    from . import _lint_io as io
    from ._lint_run import baseline_file, lint_all

    outputs = io.outputs(args.output_format, args.output_file)
    _conflicts(args)
    if args.jobs is not None:
        os.environ["ERRPACT_JOBS"] = str(args.jobs)
    fixed = lint_all(args)
    if args.diff:
        return io.show_diff(fixed)
    io.write_fixes(fixed)
    report = fixed.report
    warnings = "".join(f"errpact: warning: {line}\n" for line in report.warnings)
    sys.stderr.write(warnings)
    if args.write_baseline is not None:
        return io.write_baseline(report, baseline_file(args))
    printed = io.write(report, outputs, args)
    code = _exit_code(report, args.exit_zero)
    if not report.errors:
        memo.keep(str(report.root / ".errpact_cache"), report.inputs, printed, warnings, code)
    return code


def _exit_code(report: Report, exit_zero: bool) -> int:
    if report.errors:
        for error in report.errors:
            print(f"errpact: {error}; this is a fault of errpact (ERRPACT_DEBUG=1 shows where)", file=sys.stderr)
        return 2
    grave = any(f.severity.value != "info" for f in report.findings)
    return 1 if grave and not exit_zero else 0


def _conflicts(args: argparse.Namespace) -> None:
    """Options that contradict each other. Raises Usage."""
    pairs = (
        ("fix", "diff"), ("fix", "write_baseline"), ("diff", "write_baseline"), ("baseline", "write_baseline"),
        ("since", "write_baseline"), ("stdin_filename", "write_baseline"), ("fix", "stdin_filename"),
    )  # fmt: skip
    for first, second in pairs:
        if getattr(args, first) not in (None, False) and getattr(args, second) not in (None, False):
            names = f"--{first.replace('_', '-')} and --{second.replace('_', '-')}"
            raise Usage(f"{names} can't be used together; leave one out")
    if args.stdin_filename and args.paths and args.paths != ["-"]:
        raise Usage("--stdin-filename takes no other paths; leave them out")
    if args.jobs is not None and args.jobs < 1:
        raise Usage(f"--jobs {args.jobs}: must be 1 or more")
