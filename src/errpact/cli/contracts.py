"""`errpact contracts`: list providers and their cases; compare two versions of a contract."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from errpact.contracts.errors import ErrpactError, UnknownProvider

if TYPE_CHECKING:
    from errpact.contracts import Contract
    from errpact.contracts.difference import CaseChange, Difference

EPILOG = """\
  errpact contracts                     the providers, with their cases by kind
  errpact contracts klavi               the cases of a provider
  errpact contracts diff OLD NEW        what changed between two contracts; each is a file or a provider

Exit codes: 0; `diff` exits 1 where there is a difference, as diff(1) does; 2 for a usage or configuration error.
"""


class WrongUse(ErrpactError):
    """Arguments that do not go together."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = EPILOG
    parser.add_argument("names", nargs="*", metavar="PROVIDER | diff OLD NEW", help="what to show (default: all)")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="text (default) or json")
    parser.add_argument("--config", type=Path, metavar="FILE", help="the pyproject.toml that names your own contracts")


def run(args: argparse.Namespace) -> int:
    """Print what was asked for. Raises ErrpactError for what the user must mend."""
    contracts = load_contracts(args.config)
    match args.names:
        case []:
            _show_all(contracts, args.output_format)
        case ["diff", old, new]:
            return _diff(_version(old, contracts), _version(new, contracts), args.output_format)
        case ["diff", *_]:
            raise WrongUse("`errpact contracts diff` takes two contracts, each a file or a provider's name")
        case [name]:
            _show_one(_known(name, contracts), args.output_format)
        case _:
            raise WrongUse("`errpact contracts` takes one provider, or `diff OLD NEW`")
    return 0


def load_contracts(config: Path | None, *, unwritten: bool = False) -> dict[str, Contract]:
    """The shipped contracts and those of `[tool.errpact] contracts`, which may be missing if still `unwritten`."""
    from errpact.contracts import load_all
    from errpact.contracts.settings import load_settings

    return load_all(load_settings(Path.cwd(), config, unwritten=unwritten).contracts)


def print_json(value: Any) -> None:
    """A JSON value, for people and programs."""
    print(json.dumps(value, indent=2, ensure_ascii=True))


def _known(name: str, contracts: Mapping[str, Contract]) -> Contract:
    if name not in contracts:
        raise UnknownProvider(name, tuple(contracts))
    return contracts[name]


def _version(name: str, contracts: Mapping[str, Contract]) -> Contract:
    """One side of a comparison: a provider, else a file."""
    from errpact.contracts import load_path

    if name in contracts:
        return contracts[name]
    path = Path(name)
    if not path.exists() and path.suffix != ".toml":
        raise UnknownProvider(name, tuple(contracts))
    return load_path(path, contracts)


def _show_all(contracts: Mapping[str, Contract], output: str) -> None:
    from errpact.contracts.as_json import contract_json

    from . import _facts

    if output == "json":
        return print_json({"version": 1, "providers": [contract_json(c, cases=False) for c in contracts.values()]})
    return print(_facts.provider_table(contracts.values()))


def _show_one(contract: Contract, output: str) -> None:
    from errpact.contracts.as_json import contract_json

    from . import _facts

    if output == "json":
        return print_json({"version": 1, "contract": contract_json(contract)})
    return print(_facts.contract_page(contract, cases=True))


def _diff(old: Contract, new: Contract, output: str) -> int:
    from errpact.contracts.difference import compare

    found = compare(old, new)
    if output == "json":
        print_json(_diff_json(found))
    else:
        print(_diff_text(found))
    return 1 if found else 0


def _diff_json(found: Difference) -> dict[str, Any]:
    return {
        "version": 1,
        "old": {"provider": found.old.provider, "version": found.old.version, "path": found.old.path},
        "new": {"provider": found.new.provider, "version": found.new.version, "path": found.new.path},
        "added": list(found.added),
        "removed": list(found.removed),
        "changed": [
            {
                "id": change.id,
                "renamed_from": change.renamed_from,
                "fields": [{"field": f.field, "old": f.old, "new": f.new} for f in change.fields],
            }
            for change in found.changed
        ],
    }


def _diff_text(found: Difference) -> str:
    from ._terminal import bold, dim

    sides = f"{found.old.provider} {found.old.version} ({found.old.path}) → {found.new.provider} {found.new.version} "
    lines = [bold(f"{sides}({found.new.path})")]
    lines += [f"+ {ident}" for ident in found.added]
    lines += [f"- {ident}" for ident in found.removed]
    for change in found.changed:
        lines += _change_lines(change)
    total = f"{len(found.added)} added, {len(found.removed)} removed, {len(found.changed)} changed"
    return "\n".join([*lines, dim(total)])


def _change_lines(change: CaseChange) -> list[str]:
    renamed = f" (was {change.renamed_from})" if change.renamed_from else ""
    lines = [f"~ {change.id}{renamed}"]
    for field in change.fields:
        old, new = (json.dumps(v, ensure_ascii=False) for v in (field.old, field.new))
        lines.append(f"    {field.field}: {old} → {new}")
    return lines
