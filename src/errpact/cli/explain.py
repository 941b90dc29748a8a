"""`errpact explain`: a case, a code, an advice value, a provider, a surface, or a lint rule."""

from __future__ import annotations

import argparse
import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .contracts import load_contracts, print_json

if TYPE_CHECKING:
    from errpact.contracts import Contract
    from errpact.contracts.lookup import Found

EPILOG = """\
  errpact explain klavi:open-data:406     a case by its id
  errpact explain 400/ERRO_CHAMADA_API    a case by a part of its id
  errpact explain E201                    a code, in every provider that has it
  errpact explain DO_NOT_RETRY            an advice value
  errpact explain khipu                   a provider; `klavi:open-data` is one of its surfaces
  errpact explain EP101                   a lint rule, by code or name; `rules` lists them
"""
WHOLE_PAGES = 4
"""Up to so many cases are explained in full; more are listed."""


def configure(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.epilog = EPILOG
    parser.add_argument("name", help="what to explain")
    parser.add_argument("--output-format", choices=("text", "json"), default="text", help="text (default) or json")
    parser.add_argument("--config", type=Path, metavar="FILE", help="the pyproject.toml that names your own contracts")


def run(args: argparse.Namespace) -> int:
    """Print the explanation. Raises UnknownCase, with the nearest names, for a name that means nothing."""
    from errpact.contracts.lookup import find

    rule = args.name if args.name.isupper() else args.name.lower()
    if _is_rule(rule):
        return _rule(rule, args.output_format)
    contracts = load_contracts(args.config)
    found = find(args.name, contracts)
    if args.output_format == "json":
        print_json({"version": 1, "name": args.name} | _as_json(found))
    else:
        print(_as_text(found, contracts))
    return 0


def _is_rule(name: str) -> bool:
    """Whether a name means lint rules; importing them costs nothing that explaining a case needs."""
    if name == "rules" or re.fullmatch(r"EP\d*", name, re.IGNORECASE):
        return True
    if not re.fullmatch(r"[a-z]+(-[a-z]+)+", name):
        return False
    from errpact.lint.rules import code_of

    return code_of(name) is not None


def _rule(name: str, output: str) -> int:
    from errpact.lint import explain, rules

    if name == "rules":
        listed = list(rules.registry().values())
        if output == "json":
            print_json({"version": 1, "rules": [dataclasses.asdict(rule) for rule in listed]})
        else:
            print(_rule_table(listed))
    elif output == "json":
        print_json({"version": 1, "name": name, "rule": dataclasses.asdict(explain.page(name))})
    else:
        print(explain.rule_page(name))
    return 0


def _rule_table(listed: list[Any]) -> str:
    from ._terminal import table

    rows = [(rule.code, rule.name, str(rule.severity.value), rule.summary) for rule in listed]
    return table([("RULE", "NAME", "SEVERITY", "REPORTS"), *rows])


def _as_json(found: Found) -> dict[str, Any]:
    from errpact.contracts.as_json import advice_json, case_json, contract_json

    return {
        "providers": [contract_json(c, cases=False) for c in found.contracts],
        "surfaces": [
            {"provider": c.provider, "id": s.id, "description": s.description}
            | {"cases": [x.id for x in c.cases if x.surface == s.id]}
            for c, s in found.surfaces
        ],
        "cases": [case_json(c) for c in found.cases],
        "advices": [{"provider": c.provider} | advice_json(a) for c, a in found.advices],
    }


def _as_text(found: Found, contracts: Mapping[str, Contract]) -> str:
    from . import _facts

    pages = [_facts.contract_page(c, cases=False) for c in found.contracts]
    pages += [_facts.surface_page(c, s) for c, s in found.surfaces]
    pages += [_facts.advice_page(a, c) for c, a in found.advices]
    if len(found.cases) > WHOLE_PAGES:
        pages.append(_facts.case_table(found.cases))
    else:
        pages += [_facts.case_page(c, contracts[c.provider]) for c in found.cases]
    return "\n\n".join(pages)
