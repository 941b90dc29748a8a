"""`errpact validate`: check contracts, schemas and captured replies."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from errpact.contracts.validation.run import Progress


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("paths", nargs="+", metavar="FILES", help="files, or folders of them")
    parser.add_argument("--provider", help="whose replies these are (default: by host, else by configuration)")
    parser.add_argument(
        "--strictness",
        choices=("envelope", "documented"),
        default="envelope",
        help="envelope (default): unknown codes are warnings; documented: errors",
    )
    parser.add_argument(
        "--output-format", choices=("text", "json", "sarif", "github", "junit"), default="text", metavar="FORMAT",
        help="text (default), json, sarif, github or junit",
    )  # fmt: skip
    parser.add_argument("--host", action="append", default=[], help="check only replies of this host (repeatable)")
    parser.add_argument("--body", metavar="POINTER", help="JSON Pointer to the body in a log line")
    parser.add_argument("--status", metavar="POINTER", help="JSON Pointer to the HTTP status in a log line")
    parser.add_argument(
        "--show-values", action="store_true", help="let messages repeat values of the payload (personal data!)"
    )
    parser.add_argument("--config", metavar="FILE", help="the pyproject.toml to use")


def run(args: argparse.Namespace) -> int:
    """Check the files, print the report; returns the exit code (0 clean, 1 findings, 2 unusable input)."""
    with _rare_collection():
        return _run(args)


def _run(args: argparse.Namespace) -> int:
    from errpact.contracts.schema_generator import Strictness
    from errpact.contracts.validation.binding import Binding
    from errpact.contracts.validation.records import Places
    from errpact.contracts.validation.report import render
    from errpact.contracts.validation.run import Options, validate

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
    sys.stdout.write(render(report, args.output_format))
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
