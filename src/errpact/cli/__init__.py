"""The command `errpact`. Each subcommand is a module here with `configure(parser)` and `run(args) -> exit code`;
only the one that is asked for is imported. Exit codes: 0 clean, 1 findings, 2 usage, configuration or internal error.
"""

from __future__ import annotations

import argparse
import errno
import importlib
import io
import os
import sys

from errpact import __version__

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Final, NoReturn

COMMANDS: Final = {
    "lint": "prove the contracts on client source",
    "why": "show what the code does with each case at FILE:LINE",
    "validate": "check contracts, schemas and captured replies",
    "contracts": "list providers and their cases; compare two versions",
    "explain": "explain a case, a code, a provider or a rule",
    "schema": "print a provider's JSON Schema",
    "matrix": "case × obligation: what lint proved and the tests tried",
    "serve": "serve documented cases on 127.0.0.1 to a client in any language",
    "replay": "run a written failure again",
    "init": "write a first contract test and the configuration",
    "new": "scaffold a contract of your own",
    "config": "show the configuration and where each value comes from",
    "cache": "show or clean the cache",
    "merge": "merge results of several jobs into one",
}


EXTRAS: Final = {"libcst": "lint", "pytest": "pytest", "hypothesis": "pytest", "jsonschema": "schemas"}
"""Libraries that a command may need, and the extra that brings each."""
GONE: Final = 141
"""As other commands whose reader is gone (128 + SIGPIPE): what would have been said isn't known to be nothing."""
INTERRUPTED: Final = 130
"""As other commands that Ctrl-C ends (128 + SIGINT)."""
ALL_EXIT_CODES: Final = (
    "Exit codes: 0 clean, 1 findings, 2 usage, configuration or internal\n"
    f"error, {INTERRUPTED} interrupted, {GONE} the reader of the output is gone (`| head`)."
)
EXIT_CODES: Final = "Exit codes: 0; 2 usage or configuration error."
"""Of the commands that find nothing."""


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Argparse's own imports shutil to learn the terminal's width, and that zlib, bz2 and lzma, for every command."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


def _columns() -> int:
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(1).columns
    except OSError:
        return 80


def parser() -> argparse.ArgumentParser:
    """The top-level parser; subcommands parse the rest themselves."""
    top = argparse.ArgumentParser(
        prog="errpact",
        description="Hold clients of open-finance providers to the documented error codes.",
        epilog="commands:\n"
        + "\n".join(f"  {name:<11}{summary}" for name, summary in COMMANDS.items())
        + f"\n\n`errpact COMMAND --help` tells more. {ALL_EXIT_CODES}",
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("--version", action="version", version=f"errpact {__version__}")
    top.add_argument("command", metavar="COMMAND", choices=tuple(COMMANDS), help="one of the commands below")
    top.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="its options and arguments")
    return top


def named(text: str) -> str:
    """The type of an argument that names a file or folder: an empty one (of a variable that isn't set) would silently
    stand for the current folder, or for none."""
    if not text:
        raise argparse.ArgumentTypeError("is empty; name a file or folder, or leave the argument out")
    return text


def _internal(exc: Exception) -> int:
    """A fault of ours. Raises it again where somebody looks for it."""
    if os.environ.get("ERRPACT_DEBUG"):
        raise exc
    print(f"errpact: internal error: {_fault(exc)}", file=sys.stderr)
    return 2


def _interrupted() -> int:
    print("errpact: interrupted", file=sys.stderr)
    return INTERRUPTED


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line; returns the exit code. A user's mistake gives one clear message and 2, no traceback."""
    _open_what_is_closed()
    _show_what_can_be_shown()
    args = parser().parse_args(argv)
    try:
        os.getcwd()
    except FileNotFoundError:
        return _refuse("the current folder has been deleted; change to one that exists")
    from errpact.contracts.errors import ErrpactError

    try:
        module = importlib.import_module(f"errpact.cli.{args.command}")
        summary = COMMANDS[args.command]
        sub = argparse.ArgumentParser(
            prog=f"errpact {args.command}",
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=EXIT_CODES,
            formatter_class=HelpFormatter,
            allow_abbrev=False,
        )
        module.configure(sub)
        return int(module.run(sub.parse_args(args.rest)))
    except ErrpactError as exc:
        return _refuse(str(exc))
    except BrokenPipeError:
        # The reader (`| head`) is gone: not an error of ours, and nothing more can be said.
        sys.stderr.close()
        return GONE
    except KeyboardInterrupt:
        return _interrupted()
    except ModuleNotFoundError as exc:
        library = (exc.name or "").partition(".")[0]
        if library not in EXTRAS:
            return _internal(exc)
        from errpact.contracts.extras import MissingExtra

        return _refuse(str(MissingExtra(library, EXTRAS[library])))
    except Exception as exc:
        if isinstance(exc.__cause__ or exc.__context__, KeyboardInterrupt):
            return _interrupted()  # amid a class statement, Python 3.11 wraps it in a RuntimeError
        if isinstance(exc, OSError) and exc.filename is not None:
            # A name too long, a full disk: the machine's word on a path of the user's.
            return _refuse(f"{os.fsdecode(exc.filename)}: {exc.strerror}; check the path")
        if isinstance(exc, OSError) and exc.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
            return _refuse(f"cannot write: {exc.strerror}")
        return _internal(exc)


def command() -> NoReturn:
    """The command `errpact`: `main`, after which the process ends at once: to tidy up all that it made and imported
    would take a tenth of a short run."""
    sys.unraisablehook = _unraisable
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (BrokenPipeError, ValueError):
        code = GONE  # the reader is gone, and standard error perhaps closed
    except OSError as exc:
        code = _refuse(f"cannot write: {exc.strerror}")
    os._exit(code)


def _unraisable(told: Any) -> None:
    """An interrupt amid a callback of the interpreter's own (an import's lock, say) would be shown and forgotten: it
    comes again a moment later, when that is over."""
    if not isinstance(told.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(told)
        return
    import signal

    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.default_int_handler)
        signal.setitimer(signal.ITIMER_REAL, 0.01)
    else:
        os._exit(_interrupted())


def _open_what_is_closed() -> None:
    """Who closes standard output (`>&-`) wants to hear nothing."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115 - for as long as the process lives


def _show_what_can_be_shown() -> None:
    """A terminal that cannot show a character gets its escape, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors in ("strict", "surrogateescape"):
            stream.reconfigure(errors="backslashreplace")


def _refuse(message: str) -> int:
    from errpact.contracts.harmless import clean_lines

    print(f"errpact: error: {clean_lines(message)}", file=sys.stderr)
    return 2


def _fault(exc: Exception) -> str:
    """A fault of errpact's own in one line. Without the exception's text: a payload's values may stand in it."""
    trace = exc.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "nowhere"
    return f"{type(exc).__name__} at {place}; this is a fault of errpact (ERRPACT_DEBUG=1 shows all, values too)"
