"""Client × bug: what the plugin says of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from errpact.contracts import Contract, load_path
from errpact.pytest_plugin import session
from errpact.pytest_plugin.cases import select
from errpact.pytest_plugin.check import Checker, ContractBroken
from errpact.pytest_plugin.options import Options

from . import by_hand, libraries
from .behaviour import BUGS, SUCCESS, Behaviour

Client = Callable[[str, Behaviour], Any]
CLIENTS: tuple[Client, ...] = (*by_hand.CLIENTS, *libraries.CLIENTS)


@cache
def contract() -> Contract:
    """The zoo's contract."""
    return load_path(Path(__file__).with_name("contract.toml"))


def broken(client: Client, behaviour: Behaviour, *, examples: int = 4) -> dict[str, set[str]]:
    """Case → broken obligations, where there are any."""
    found: dict[str, set[str]] = {}
    for plan in select(contract(), off=False):
        checker = Checker(plan, Options(max_examples=examples), f"zoo::{client.__name__}", session.server, limit=40)
        try:
            checker.check(lambda url: client(url, behaviour), success=SUCCESS)
        except ContractBroken as error:
            states = error.record.verdicts
            found[plan.id] = {name for name, state in states.items() if state == "broken"}
    return found


def seeded() -> Iterator[tuple[Client, str]]:
    """Every bug that can be seeded in every client."""
    for client in CLIENTS:
        for name in BUGS:
            if client in libraries.SAME_HEADERS and name in ("a new key for each attempt", "decides on the wording"):
                continue
            yield client, name


def some() -> list[tuple[Client, str]]:
    """Each bug twice, each client at least once, spread evenly."""
    pairs = list(seeded())
    chosen = [next((c, b) for c, b in pairs[n * 17 :] + pairs if b == bug) for n, bug in enumerate([*BUGS, *BUGS])]
    return list(dict.fromkeys(chosen))
