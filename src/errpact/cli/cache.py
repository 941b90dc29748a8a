"""`errpact cache`: show or clean what errpact keeps."""

from __future__ import annotations

import argparse
from pathlib import Path


def configure(parser: argparse.ArgumentParser) -> None:
    """`show` or `clean`, and the configuration that says where the project is."""
    parser.add_argument("action", choices=("show", "clean"), nargs="?", default="show", help="default: show")
    parser.add_argument("--config", metavar="FILE", help="take the configuration from FILE")


def run(args: argparse.Namespace) -> int:
    """Print what was done; always 0."""
    from errpact.contracts.settings import load_settings
    from errpact.contracts.wording import counted
    from errpact.lint.cache import FOLDER, Cache

    from ._lint_io import rooted

    here = Path.cwd()
    settings = rooted(load_settings(here, Path(args.config) if args.config else None), (here,))
    cache = Cache(settings.root / FOLDER)
    if args.action == "clean":
        print(f"{cache.folder}: {counted(cache.clean(), 'file')} deleted")
        return 0
    files = cache.files()
    print(f"{cache.folder}: {counted(len(files), 'file')}, {sum(f.st_size for f in files) / 1024:.0f} KiB")
    return 0
