"""`errpact validate`: check contracts, schemas and captured replies."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from . import named

if TYPE_CHECKING:
    from errpact.contracts.validation.run import Progress


EPILOG = """\
  errpact validate cassettes/                              replies of known hosts, in any form of recording
  errpact validate --provider flanks replies.ndjson        replies that do not tell where they come from
  errpact validate --body /response --status /code log.ndjson   where in a log line they stand
  errpact validate contracts/acme.toml acme.schema.json    a contract of your own, a schema

Exit codes: 0 clean, or warnings only; 1 errors found in what was checked; 2 a file or folder that cannot be read
(missing, not allowed, cut off, binary, no capture) or has no known provider, usage or configuration error.
"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.usage = "%(prog)s [options] FILE ..."
    parser.epilog = EPILOG
    parser.add_argument(
        "paths",
        nargs="+",
        type=named,
        metavar="FILE",
        help="recordings, contracts, schemas, or folders of them",
    )
    parser.add_argument("--provider", help="whose replies these are (default: by host, else by configuration)")
    parser.add_argument(
        "--strictness",
        choices=("envelope", "documented"),
        default="envelope",
        help="envelope (default): unknown codes are warnings; documented: errors",
    )
    parser.add_argument(
        "--output-format", action="append", default=[], metavar="FORMAT[=FILE]",
        help="text (default), json, sarif, github, junit; several at once as text,sarif=FILE",
    )  # fmt: skip
    parser.add_argument("--output-file", "-o", type=named, metavar="FILE", help="write there instead of printing")
    parser.add_argument("--host", action="append", default=[], help="check only replies of this host (repeatable)")
    parser.add_argument("--body", type=_pointer, metavar="POINTER", help="JSON Pointer to the body in a log line")
    parser.add_argument(
        "--status", type=_pointer, metavar="POINTER", help="JSON Pointer to the HTTP status in a log line"
    )
    parser.add_argument(
        "--show-values", action="store_true", help="let messages repeat values of the payload (personal data!)"
    )
    parser.add_argument("--config", type=named, metavar="FILE", help="the pyproject.toml to use")


def _pointer(text: str) -> str:
    if text and not text.startswith("/"):  # the empty pointer is the whole value
        raise argparse.ArgumentTypeError(f"{text!r} is not a JSON Pointer; start it with /, such as /response/code")
    return text


def run(args: argparse.Namespace) -> int:
    """Check the files, print the report; returns the exit code (0 clean, 1 findings, 2 unusable input)."""
    with _rare_collection():
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    from errpact.contracts.schema_generator import Strictness
    from errpact.contracts.validation.binding import Binding
    from errpact.contracts.validation.records import Places
    from errpact.contracts.validation.report import FORMATS, render
    from errpact.contracts.validation.run import Options, validate

    from ._output import emit, outputs, save

    wanted = outputs(args.output_format, args.output_file, tuple(FORMATS))
    options = Options(
        strictness=Strictness(args.strictness),
        provider=args.provider,
        hosts=tuple(h.lower() for h in args.host),
        places=Places(args.body, args.status),
        show_values=args.show_values,
    )
    binding = Binding(os.getcwd(), args.provider, args.config)
    with _progress(args.paths) as progress:
        report = validate(args.paths, options, binding, progress)
    for output in wanted:
        text = render(report, output.format)
        if output.file is None:
            emit(text)
        else:
            save(output.file, text)
    return report.exit_code


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Imports and reports make objects that last: looking for garbage among them often takes a tenth of a run."""
    usual = gc.get_threshold()
    gc.set_threshold(50_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _progress(paths: list[str]) -> Iterator[Progress]:
    """A bar on standard error while a terminal shows it; nothing in a pipe, nothing without the library."""
    if not sys.stderr.isatty():
        yield lambda size: None
        return
    try:
        from tqdm import tqdm
    except ModuleNotFoundError:
        yield lambda size: None
        return
    with tqdm(total=_size(paths), unit="B", unit_scale=True, leave=False, delay=0.5) as bar:
        yield bar.update


def _size(paths: list[str]) -> int:
    """Bytes of all files to come."""
    from errpact.contracts.validation.discover import files

    total = 0
    for path, _ in files(paths):
        try:
            total += os.path.getsize(path)
        except OSError:
            continue  # the run itself reports it
    return total
