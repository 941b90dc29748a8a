"""`errpact lint`: prove the contracts on client source."""

from __future__ import annotations

import argparse
import sys

from errpact.contracts.errors import ErrpactError

from . import named

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from errpact.lint.result import Report

    from ._memo import Memo
    from ._quiet import QuietFiles

EPILOG = """\
Without --select every rule takes part; `errpact explain rules` lists them, `errpact explain EP101` tells about one.
Silence one place with a comment: # errpact: ignore[EP101] why
Exit codes: 0 clean, 1 errors or warnings found, 2 usage, configuration or internal error.
"""


class Usage(ErrpactError):
    """Options that can't be used, or not together."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The options, named as ruff names its own."""
    parser.usage = "%(prog)s [options] [PATH ...]"
    parser.epilog = EPILOG
    what = "files and folders (default: the current folder)"
    parser.add_argument("paths", nargs="*", type=named, metavar="PATH", help=what)
    _what_is_looked_at(parser.add_argument_group("what is looked at"))
    _what_is_reported(parser.add_argument_group("what is reported"))
    _how_it_is_shown(parser.add_argument_group("how it is shown"))
    fixes = parser.add_argument_group("fixes")
    fixes.add_argument("--fix", action="store_true", help="apply safe fixes")
    fixes.add_argument("--diff", action="store_true", help="show safe fixes as a diff; change nothing")


def _what_is_looked_at(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--config", type=named, metavar="FILE", help="take the configuration from FILE")
    add("--stdin-filename", type=named, metavar="FILE", help="lint standard input as if it were FILE")
    add("--force-exclude", action="store_true", help="apply `exclude` to files named on the command line too")
    add("--no-prefilter", action="store_true", help="analyse every file, even without a trace of a provider")
    add("--jobs", "-j", type=_jobs, metavar="N", help="processes that analyse at once (default: as many as processors)")
    add("--no-cache", action="store_true", help="neither read nor write .errpact_cache")


def _jobs(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; write 1 or more")
    return int(text)


def _what_is_reported(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--select", action="append", default=[], metavar="RULES", help="only these: EP101,EP2,lossy-error or ALL")
    add("--ignore", action="append", default=[], metavar="RULES", help="not these")
    add("--possible", action="store_true", help="findings too that are only possible")
    add("--show-unresolved", action="store_true", help="what could not be followed too (EP902)")
    add("--since", metavar="REV", help="only findings on lines changed since a git revision")
    add("--baseline", type=named, metavar="FILE", help="only findings that FILE doesn't know")
    add("--write-baseline", nargs="?", const="", metavar="FILE", help="accept all current findings into FILE")


def _how_it_is_shown(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    formats = "text (default), json, sarif, github, gitlab, junit; several at once as text,sarif=FILE"
    add("--output-format", action="append", default=[], metavar="FORMAT[=FILE]", help=formats)
    add("--output-file", "-o", type=named, metavar="FILE", help="write there instead of printing")
    add("--statistics", action="store_true", help="count findings by rule, and what was looked at")
    add("--color", choices=("auto", "always", "never"), default="auto", help="colour the text (default: auto)")
    add("--exit-zero", action="store_true", help="exit 0 even if there are findings")


def run(args: argparse.Namespace) -> int:
    """Lint and print; returns the exit code. Raises ErrpactError for what the user must mend."""
    from ._memo import Memo

    memo = Memo(args)
    if (same := memo.recall()) is not None:
        return _say(*same)
    from ._quiet import QuietFiles

    quiet = QuietFiles(args)
    if (same := quiet.recall()) is not None:
        return _say(*same)
    if not quiet.met_another or args.jobs == 1:
        return _lint(args, memo, quiet)
    from errpact.lint import ahead

    ahead.begin()
    try:
        return _lint(args, memo, quiet)
    finally:
        ahead.dismiss()


def _say(out: str, err: str, code: int) -> int:
    sys.stdout.write(out)
    sys.stdout.flush()
    sys.stderr.write(err)
    return code


def _lint(args: argparse.Namespace, memo: Memo, quiet: QuietFiles) -> int:
    from errpact.lint.report import FORMATS

    from . import _lint_io as io
    from . import _output
    from ._lint_run import baseline_file, lint_all

    outputs = _output.outputs(args.output_format, args.output_file, FORMATS)
    _conflicts(args)
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
    cache = report.root / ".errpact_cache"
    if not report.errors and cache.is_dir():
        memo.keep(str(cache), report.inputs, printed, warnings, code)
        quiet.keep(str(cache), report, lambda number: io.nothing_in(number, report, args))
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
