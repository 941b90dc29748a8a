"""Contract files → Contract. `parse` is pure; `load`, `load_path` and `load_all` read."""

from __future__ import annotations

import datetime
import functools
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from . import compiled
from .case import Case
from .contract import Change, Contract, Host, Sdk, Surface
from .entries import Context, numbered, read_cases
from .errors import InvalidContract, UnknownProvider
from .facts import read_address, read_advice, read_envelope, read_name, read_rule, read_types, read_unknown_advice
from .policy import Policy
from .reader import Table, parse_toml, read_toml

if TYPE_CHECKING:
    from pathlib import Path

FORMAT: Final = 1
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_HOST: Final = re.compile(r"(?!-)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+", re.ASCII)
FOLDER: Final = os.path.join(os.path.dirname(__file__), "providers")


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Part = TypeVar("Part", bound=_Named)


def providers() -> tuple[str, ...]:
    """Names of the contracts that ship with errpact, sorted."""
    return tuple(sorted(name.removesuffix(".toml") for name in os.listdir(FOLDER) if name.endswith(".toml")))


@functools.cache
def load(provider: str) -> Contract:
    """The contract of a provider that ships with errpact. Raises UnknownProvider."""
    if provider not in providers():
        raise UnknownProvider(provider, providers())
    file = f"{provider}.toml"
    return _contract(Table(compiled.read(os.path.join(FOLDER, file)), file), None)


def load_path(path: Path, known: Mapping[str, Contract] | None = None) -> Contract:
    """The contract in a file; `known` holds those that it may extend (the shipped ones where not given).

    Raises InvalidContract for what cannot be read or used.
    """
    data, text = read_toml(path)
    return _contract(Table(data, str(path), text), known)


def load_all(paths: Iterable[Path] = ()) -> dict[str, Contract]:
    """The shipped contracts and a user's own, by provider. A user's file may not take a known name by accident:
    it says `extends = "klavi"` to add to one. Files are read in order, so a later one may extend an earlier one.

    Raises InvalidContract.
    """
    contracts = {name: load(name) for name in providers()}
    for path in paths:
        contract = load_path(path, contracts)
        taken = contracts.get(contract.provider)
        if taken is not None and contract.extends is None:
            raise InvalidContract(
                str(path),
                "provider",
                f"a contract named {contract.provider!r} exists already ({taken.path})",
                f'choose another name, or write `extends = "{contract.provider}"` to add to it',
            )
        contracts[contract.provider] = contract
    return contracts


def parse(text: str, path: str = "<contract>", known: Mapping[str, Contract] | None = None) -> Contract:
    """A contract file's text → Contract. Raises InvalidContract with file, line, key and mend."""
    return _contract(Table(parse_toml(text, path), path, text), known)


def _contract(top: Table, known: Mapping[str, Contract] | None) -> Contract:
    base = _base(top, known)
    if top.get("format") != FORMAT:
        raise top.fail("format", f"must be {FORMAT}", f"write `format = {FORMAT}` (the version of this file format)")
    contract = _head(top, base)
    contract = replace(contract, cases=_cases(top, contract, base), unknown_advice=_unknown(top, base))
    top.done()
    return contract


def _base(top: Table, known: Mapping[str, Contract] | None) -> Contract | None:
    name = top.optional("extends")
    if name is None:
        return None
    try:
        return load(name) if known is None else known[name]
    except (UnknownProvider, KeyError):
        error = UnknownProvider(name, tuple(known or providers()))
        raise top.fail("extends", str(error), "name a contract that exists") from None


def _head(top: Table, base: Contract | None) -> Contract:
    """Everything but the cases."""
    page = read_address(top, "page", base.page if base else None)
    surfaces = tuple(_surface(t) for t in _distinct(top, "surfaces", "id"))
    envelopes = tuple(read_envelope(t, page) for t in _distinct(top, "envelopes", "id"))
    rules = tuple(read_rule(t, page) for t in _distinct(top, "rules", "id"))
    advices = tuple(read_advice(t, page) for t in _distinct(top, "advices", "value"))
    inherited = base or Contract("", "", "", page, (), (), ())
    head = Contract(
        provider=base.provider if base else read_name(top, "provider"),
        title=top.text_of("title", inherited.title or top.data.get("provider", "")),
        version=top.text_of("contract_version"),
        page=page,
        surfaces=_merged(inherited.surfaces, surfaces),
        envelopes=_merged(inherited.envelopes, envelopes),
        cases=(),
        advices=tuple({a.value: a for a in (*inherited.advices, *advices)}.values()),
        hosts=tuple(_host(t) for t in top.tables("hosts")) or inherited.hosts,
        sdks=tuple(_sdk(t) for t in top.tables("sdks")) or inherited.sdks,
        code_types=read_types(top, "code_types") or inherited.code_types,
        errors_in_success=top.flag("errors_in_success", inherited.errors_in_success),
        changes=tuple(_change(t) for t in top.tables("changes")) or inherited.changes,
        path=top.path,
        rules=_merged(inherited.rules, rules),
        extends=base.provider if base else None,
    )
    if not head.surfaces:
        raise top.fail("surfaces", "is missing", 'add [[surfaces]] with id = "main" and a description')
    return head


def _cases(top: Table, head: Contract, base: Contract | None) -> tuple[Case, ...]:
    context = Context(
        head.provider, head.page, head.surfaces, head.envelopes, head.advices, head.rules, head.code_types
    )
    own = numbered(case for table in top.tables("cases") for case in read_cases(table, context))
    policies = {advice.value: advice.policy for advice in head.advices}
    kept = tuple(replace(c, policy=policies.get(c.advice or "", c.policy)) for c in (base.cases if base else ()))
    cases = _merged(kept, own)
    if not cases:
        raise top.fail("cases", "is missing", "add at least one [[cases]]")
    _check_aliases(top, cases)
    return cases


def _check_aliases(top: Table, cases: tuple[Case, ...]) -> None:
    taken = {case.id for case in cases}
    for number, case in enumerate(cases):
        for alias in case.aliases:
            if alias in taken:
                raise top.fail(f"cases[{number}].aliases", f"{alias!r} names another case", "choose another alias")
            taken.add(alias)


def _unknown(top: Table, base: Contract | None) -> Policy:
    return read_unknown_advice(top, base.unknown_advice if base else Policy())


def _merged(inherited: tuple[Part, ...], own: tuple[Part, ...]) -> tuple[Part, ...]:
    """Inherited parts, each replaced by an own one of its id, then the new ones."""
    parts: dict[str, Part] = {part.id: part for part in (*inherited, *own)}
    return tuple(parts.values())


def _distinct(top: Table, key: str, name: str) -> list[Table]:
    """The tables of an array, none of which repeats the name of another."""
    tables = list(top.tables(key))
    names: set[Any] = set()
    for table in tables:
        value = table.data.get(name)
        if isinstance(value, str) and value in names:
            raise table.fail(name, f"{value!r} stands twice", "remove one or rename it")
        names.add(value if isinstance(value, str) else None)
    return tables


def _surface(table: Table) -> Surface:
    return _done(table, Surface(read_name(table, "id"), table.text_of("description")))


def _host(table: Table) -> Host:
    host = table.text_of("host")
    if not _HOST.fullmatch(host):  # of an empty one each file would speak, and of "com" every address
        mend = 'write the name alone, such as "api.example.com"'
        raise table.fail("host", f"{host!r} is not a host's name", mend)
    return _done(table, Host(host, table.text_of("source")))


def _sdk(table: Table) -> Sdk:
    return _done(table, Sdk(table.text_of("distribution"), table.text_of("module"), table.text_of("source")))


def _change(table: Table) -> Change:
    date = table.text_of("date")
    if not _is_date(date):
        raise table.fail("date", f"{date!r} is not a date", "write year-month-day, such as 2026-01-31")
    return _done(table, Change(table.text_of("version"), date, table.text_of("summary")))


def _is_date(text: str) -> bool:
    """Whether a text is year-month-day, of a day that there is; ISO 8601 has other spellings too."""
    try:
        return _DATE.fullmatch(text) is not None and datetime.date.fromisoformat(text) is not None
    except ValueError:
        return False


Read = TypeVar("Read")


def _done(table: Table, value: Read) -> Read:
    table.done()
    return value
