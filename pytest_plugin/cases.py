"""Which items a marker asks for: provider and filters → plans, in file order, with stable ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from ..contracts import (
    Case,
    Channel,
    Contract,
    Kind,
    UnknownCase,
    UnknownProvider,
    applicable,
    load,
    load_all,
)
from ..contracts import off as off_
from ..contracts.accepting import check_accepts
from ..contracts.errors import did_you_mean, nearest
from ..contracts.settings import InvalidSettings, Settings, load_settings
from .plans import Plan
from .scripts import METHODS, InvalidArgument

FILTERS: Final = ("surface", "codes", "kinds", "method", "channel")
_LOADED: Final[dict[Path, tuple[Settings, dict[str, Contract]]]] = {}


def settings_of(root: Path) -> Settings:
    """`[tool.errpact]` for a folder, read once. Raises InvalidSettings, InvalidContract."""
    return _loaded(root)[0]


def contract_of(provider: str, root: Path | None = None) -> Contract:
    """A shipped contract or one of the consumer's own. Raises UnknownProvider, InvalidContract, InvalidSettings."""
    known = _loaded(root if root is not None else Path.cwd())[1]
    if provider not in known:
        raise UnknownProvider(provider, sorted(known))
    return known[provider]


def forget() -> None:
    """Read configuration and contracts anew when they are next asked for."""
    _LOADED.clear()


def _loaded(root: Path) -> tuple[Settings, dict[str, Contract]]:
    if root not in _LOADED:
        settings = load_settings(root)
        contracts = load_all(settings.contracts)
        check_accepts(settings, contracts)
        _check_success(settings, contracts)
        _LOADED[root] = (settings, contracts)
    return _LOADED[root]


def _check_success(settings: Settings, contracts: Iterable[str]) -> None:
    """Complain about a success reply of a provider that there is none of: it would stand for nothing."""
    for provider in settings.pytest.success:
        if provider not in contracts:
            unknown = str(UnknownProvider(provider, tuple(contracts)))
            mend = "name the provider whose success reply it is"
            raise InvalidSettings(str(settings.file), f"tool.errpact.pytest.success.{provider}", unknown, mend)


def select(
    provider: str | Contract,
    *,
    surface: str | None = None,
    codes: Sequence[Any] | Any | None = None,
    kinds: Sequence[str] | str | None = None,
    method: str | None = None,
    channel: str = "reply",
    off: bool = True,
    root: Path | None = None,
) -> tuple[Plan, ...]:
    """The plans that a marker asks for. Raises UnknownProvider, UnknownCase, InvalidArgument, each with near names.

    provider: a built-in contract's name, or that of one of your own. surface: only cases of this part of the provider.
    codes: one or several of codes, case ids, names, advice values, or HTTP statuses: only these cases, and nothing off
    the contract. kinds: one or several of `partial`, `pending` and `error`; by default all three. method: only cases
    that may answer this HTTP method. channel: `reply`, or `webhook` for the cases that only come there; each is then
    served to whatever your call asks for, to be handed to your handler.
    """
    contract = provider if isinstance(provider, Contract) else contract_of(_text("provider", provider), root)
    wanted = _many(codes)
    chosen_kinds = _kinds(kinds)
    _check_names("surface", [surface] if surface else [], [s.id for s in contract.surfaces])
    _check_names("channel", [channel], [str(c) for c in Channel])
    if method is not None:
        _check_names("method", [_text("method", method).upper()], METHODS)
    documented = [c for c in contract.cases if _in_scope(c, surface, method, channel)]
    cases = [c for c in documented if c.kind in chosen_kinds and (wanted is None or any(names(c, w) for w in wanted))]
    for each in wanted or ():
        if not any(names(c, each) for c in documented):
            raise UnknownCase(str(each), [n for c in documented for n in (c.id, *c.wire, c.advice) if n])
    plans = [Plan(c.id, contract, c) for c in cases]
    if off and wanted is None and Kind.ERROR in chosen_kinds and channel == Channel.REPLY:
        plans += [Plan(f"{contract.provider}:off:{sort}", contract, None, sort) for sort in off_.sorts(contract)]
    if not plans:
        raise InvalidArgument(f"no documented case of {contract.provider} fits this marker; widen its filters")
    return tuple(plans)


def scope(plans: Iterable[Plan], **filters: Any) -> tuple[str, ...]:
    """Ids of the documented cases that the filters on surface, method and channel leave: what coverage counts."""
    contract = next(iter(plans)).contract
    surface, method = filters.get("surface"), filters.get("method")
    channel = filters.get("channel") or "reply"
    return tuple(c.id for c in contract.cases if _in_scope(c, surface, method, channel))


def names(case: Case, wanted: Any) -> bool:
    """Whether a user means this case: its id, alias, code, a code of its range, advice, name, or status."""
    text = str(wanted)
    if text in (case.id, case.advice, case.name, case.code_text, *case.aliases):
        return True
    if case.code is not None and (case.has_code(wanted) or case.has_code(text)):
        return True
    return isinstance(case.status, tuple) and text in {str(s) for s in case.status}


def _in_scope(case: Case, surface: str | None, method: str | None, channel: str) -> bool:
    if not applicable(case) or case.channel != channel:
        return False
    if surface is not None and case.surface != surface:
        return False
    return method is None or not case.methods or method.upper() in case.methods


def _kinds(kinds: Sequence[str] | str | None) -> tuple[Kind, ...]:
    given = _many(kinds)
    if given is None:
        return (Kind.PARTIAL, Kind.PENDING, Kind.ERROR)
    _check_names("kinds", [str(k) for k in given], ["partial", "pending", "error"])
    return tuple(Kind(k) for k in given)


def _many(value: Any) -> list[Any] | None:
    if value is None:
        return None
    return list(value) if isinstance(value, (list, tuple, set, frozenset)) else [value]


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        example = "POST" if name == "method" else "khipu"
        raise InvalidArgument(f'{name} must be a name such as "{example}", not {value!r}')
    return value


def _check_names(what: str, given: Sequence[str], known: Sequence[str]) -> None:
    for each in given:
        if each not in known:
            hint = did_you_mean(nearest(str(each), known))
            raise InvalidArgument(f"{what}: {each!r} is unknown{hint} (known: {', '.join(known)})")


__all__ = ["FILTERS", "contract_of", "load", "names", "scope", "select", "settings_of"]
