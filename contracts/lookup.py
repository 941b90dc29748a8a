"""What a name may mean: a provider, a surface, a case (by id, part of an id, code, status or name), an advice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .case import Case, CodeRange
from .contract import Advice, Contract, Surface
from .errors import UnknownCase
from .plain import value


@value
class Found:
    """All that a name means, best reading only: one of the four is filled, but cases and advices may stand together."""

    contracts: tuple[Contract, ...] = ()
    surfaces: tuple[tuple[Contract, Surface], ...] = ()
    cases: tuple[Case, ...] = ()
    advices: tuple[tuple[Contract, Advice], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.contracts or self.surfaces or self.cases or self.advices)


def find(name: str, contracts: Mapping[str, Contract]) -> Found:
    """The meaning of a name: `klavi`, `klavi:open-data`, `klavi:open-data:406`, `open-data:406`, `406`, `E201`,
    `khipu:E201`, `429`, `DO_NOT_RETRY`, `SCA_ERROR`. What means nothing as it is written is read as people write it
    too: `e201`, `Khipu E201`, `synapse/503`.

    Raises UnknownCase with the nearest names.
    """
    for spelling in dict.fromkeys(_spellings(name, contracts)):
        if found := _read(spelling, contracts):
            return found
    raise UnknownCase(name, tuple(dict.fromkeys(_names(contracts))))


def _spellings(name: str, contracts: Mapping[str, Contract]) -> Iterator[str]:
    """The name as it is, with colons behind the provider and the surface, and in other cases of letters."""
    yield name
    words = re.split(r"[\s:/]+", name.strip(), maxsplit=1)
    provider = next((p for p in contracts if p.lower() == words[0].lower()), None)
    if provider is not None and len(words) == 1:
        yield provider
        return
    rest, lead = (name.strip(), "") if provider is None else (words[1], f"{provider}:")
    for text in (rest, re.sub(r"\s+", ":", rest), re.sub(r"\s+", "/", rest)):
        for one in (text, text.upper(), text.lower()):
            yield lead + one


def _read(name: str, contracts: Mapping[str, Contract]) -> Found:
    if name in contracts:
        return Found(contracts=(contracts[name],))
    provider, _, rest = name.partition(":")
    scope = [contracts[provider]] if rest and provider in contracts else list(contracts.values())
    wanted = rest if len(scope) == 1 and rest else name
    for read in (_exact, _surfaces, _said, _named):
        found = read(wanted, name, scope)
        if found:
            return found
    return Found()


def _exact(wanted: str, name: str, scope: list[Contract]) -> Found:
    return Found(cases=tuple(c for k in scope for c in k.cases if c.id == name or name in c.aliases))


def _surfaces(wanted: str, name: str, scope: list[Contract]) -> Found:
    return Found(surfaces=tuple((k, s) for k in scope for s in k.surfaces if s.id == wanted))


def _tails(case: Case) -> Iterator[str]:
    for identity in (case.id, *case.aliases):
        _, surface, key = identity.split(":", 2)
        whole = key.removesuffix(f"+{case.advice}") if case.advice else key
        for part in (key, whole, re.sub(r"\.\d+$", "", whole)):
            yield part
            yield f"{surface}:{part}"


def _said(wanted: str, name: str, scope: list[Contract]) -> Found:
    """An id that lacks its provider, surface, advice or number, or a value as the provider sends it: a code (also one
    inside a range), an advice, the status of a case without a code."""
    return Found(
        cases=tuple(c for k in scope for c in k.cases if wanted in _tails(c) or _says(c, wanted)),
        advices=tuple((k, a) for k in scope for a in k.advices if a.value == wanted),
    )


def _says(case: Case, value: str) -> bool:
    if isinstance(case.code, CodeRange):
        return value == case.code.text or value in case.code
    return value in case.wire if case.code is None else value == case.code_text


def _named(wanted: str, name: str, scope: list[Contract]) -> Found:
    """A documented name, in any case of letters."""
    return Found(cases=tuple(c for k in scope for c in k.cases if c.name and c.name.lower() == wanted.lower()))


def _names(contracts: Mapping[str, Contract]) -> Iterator[str]:
    """All that could have been meant, the short names first."""
    for contract in contracts.values():
        yield contract.provider
        yield from (f"{contract.provider}:{s.id}" for s in contract.surfaces)
        yield from (a.value for a in contract.advices)
    for contract in contracts.values():
        for case in contract.cases:
            yield from case.wire
            yield from filter(None, (case.name, case.id))
