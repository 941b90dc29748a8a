"""`errpact schema`: print or export the JSON Schemas."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from errpact import schemas
from errpact.contracts.errors import ErrpactError, did_you_mean, nearest


class UnknownSchema(ErrpactError):
    """No schema has this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known

    def __str__(self) -> str:
        hint = did_you_mean(nearest(self.name, self.known))
        return f"unknown schema {self.name!r}{hint} (known: {', '.join(self.known)})"


def configure(parser: argparse.ArgumentParser) -> None:
    """Arguments of the command."""
    parser.add_argument("name", help="a provider, `contract` or `settings` (the formats of our own files), or `export`")
    parser.add_argument("folder", nargs="?", metavar="DIR", help="with `export`: where the files go")
    parser.add_argument(
        "--strictness",
        choices=("envelope", "documented"),
        default="documented",
        help="documented (default): only documented codes; envelope: unknown codes pass",
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="the pyproject.toml that names your own contracts")


def run(args: argparse.Namespace) -> int:
    """Print one schema, or write all of them into a folder."""
    if args.name == "export":
        return _export(args)
    if args.folder is not None:
        raise UnknownSchema(f"{args.name} {args.folder}", ("export DIR", *_known(args)))
    sys.stdout.write(text(args.name, args.strictness, args.config))
    return 0


def text(name: str, strictness: str, config: Path | None) -> str:
    """The text of a schema: the shipped file where there is one, generated for other contracts and strictness."""
    from errpact.contracts import load_all
    from errpact.contracts.schema_generator import Strictness, build, dumps
    from errpact.contracts.settings import load_settings

    own = load_settings(Path.cwd(), config).contracts
    contracts = load_all(own)
    if name in schemas.names() and (name not in contracts or (strictness == "documented" and not own)):
        return schemas.text(name)
    if name not in contracts:
        raise UnknownSchema(name, tuple(sorted({*schemas.names(), *contracts})))
    return dumps(build(contracts[name], Strictness(strictness)))


def _known(args: argparse.Namespace) -> tuple[str, ...]:
    from errpact.contracts import load_all
    from errpact.contracts.settings import load_settings

    return tuple(sorted({*schemas.names(), *load_all(load_settings(Path.cwd(), args.config).contracts)}))


def _export(args: argparse.Namespace) -> int:
    if args.folder is None:
        raise UnknownSchema("export", ("export DIR",))
    folder = Path(args.folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in _known(args):
            file = folder / f"{name}{schemas.SUFFIX}"
            file.write_text(text(name, args.strictness, args.config), encoding="utf-8")
            print(file)
    except OSError as exc:
        raise CannotWrite(str(folder), exc.strerror or "unknown reason") from None
    return 0


class CannotWrite(ErrpactError):
    """A folder that files cannot be written to."""

    def __init__(self, folder: str, reason: str) -> None:
        super().__init__(folder, reason)
        self.folder = folder
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.folder}: cannot be written ({self.reason}); name another folder"
