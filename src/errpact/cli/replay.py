"""`errpact replay`: run a written failure again, without generating anything."""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

from errpact.contracts import ErrpactError


class CannotReplay(ErrpactError):
    """A failure that cannot be run here."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.epilog = "Exit codes: 0 it passes now, 1 it still fails, 2 it cannot be run."
    parser.add_argument("file", metavar="FILE", type=Path, help="a failure that a contract test wrote")
    parser.add_argument("pytest_args", nargs="*", metavar="ARG", help="further arguments for pytest, after --")


def run(args: argparse.Namespace) -> int:
    """Run the failed test on the written example; 0 if it passes now, 1 if it fails, 2 if it cannot be run."""
    from errpact.pytest_plugin.failures import read

    data = read(args.file)
    if importlib.util.find_spec("pytest") is None:
        raise CannotReplay('replay needs pytest: pip install "errpact[pytest]"')
    if str(data["nodeid"]).startswith("errpact.cases::"):
        raise CannotReplay(f"{args.file}: was written outside of pytest; run that program again")
    if str(data["nodeid"]).startswith(("-", "@")):
        raise CannotReplay(f"{args.file}: names no test but an option of pytest; run the test again")
    file = args.file.resolve()
    command = [sys.executable, "-m", "pytest", str(data["nodeid"]), "--errpact-replay", str(file), *args.pytest_args]
    code = subprocess.run(command, cwd=root_of(file), check=False).returncode  # noqa: S603  # our own command
    if code in (4, 5):
        raise CannotReplay(f"pytest does not find {data['nodeid']}; has the test been renamed? Run it as a whole again")
    return code if code in (0, 1) else 2


def root_of(file: Path) -> Path:
    """Where the failed run was rooted: the folder of the cache that holds the file, else the current one."""
    for folder in file.parents:
        if folder.name == ".pytest_cache":
            return folder.parent
    return Path.cwd()
