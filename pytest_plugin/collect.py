"""From marker to items, and from an item to its handle. pytest's side of `cases` and `check`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from ..contracts import Contract, ErrpactError
from ..contracts.errors import did_you_mean, nearest
from . import cases, current, session
from .check import Checker, ContractBroken, UnusableSuccess, WrongUse
from .handle import CaseHandle
from .options import Options
from .plans import Plan
from .record import PROPERTY, UNJUDGED, Record
from .scripts import InvalidArgument

DEFAULTS: Final = ("success", "routes", "target")


@dataclass(frozen=True, slots=True)
class Param:
    """What one item is made of."""

    plan: Plan
    scope: tuple[str, ...]
    defaults: dict[str, Any]


def parametrize(metafunc: pytest.Metafunc) -> None:
    """Give a marked test its items. A wrong marker is one message at collection."""
    try:
        params = _params(metafunc)
    except ErrpactError as exc:
        raise pytest.Collector.CollectError(f"{metafunc.definition.nodeid}: {exc}") from None
    metafunc.parametrize("errpact_case", params, indirect=True, ids=[_ascii(p.plan.id) for p in params])


def _params(metafunc: pytest.Metafunc) -> list[Param]:
    if "errpact_case" not in metafunc.fixturenames:
        raise InvalidArgument("the errpact marker needs the fixture: take `errpact_case` as an argument of the test")
    own = [m for m in metafunc.definition.own_markers if m.name == "errpact"]
    closest = metafunc.definition.get_closest_marker("errpact")
    markers = own or ([closest] if closest else [])
    params: list[Param] = []
    for marker in reversed(markers):
        params += _of_marker(marker, session.root_of(metafunc.config))
    if len({p.plan.id for p in params}) != len(params):
        raise InvalidArgument("two errpact markers of this test ask for the same case; narrow one of them")
    return params


def _of_marker(marker: pytest.Mark, root: Path) -> list[Param]:
    filters, defaults = _told_apart("marker errpact", marker.kwargs)
    if len(marker.args) != 1:
        raise InvalidArgument('marker errpact: name one provider, as in @pytest.mark.errpact("khipu")')
    plans = cases.select(marker.args[0], root=root, **filters)
    counted = cases.scope(plans, **filters)
    return [Param(plan, counted, defaults) for plan in plans]


def _told_apart(where: str, given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Keyword arguments → filters, and what holds for all checks. Raises InvalidArgument for others."""
    known = (*cases.FILTERS, *DEFAULTS)
    for name in given:
        if name not in known:
            hint = did_you_mean(nearest(name, known))
            raise InvalidArgument(f"{where}: unknown argument {name!r}{hint} (known: {', '.join(known)})")
    filters = {k: v for k, v in given.items() if k in cases.FILTERS and v is not None}
    return filters, {k: v for k, v in given.items() if k in DEFAULTS}


def _ascii(text: str) -> str:
    return text.encode("ascii", "backslashreplace").decode()


def handle_for(request: pytest.FixtureRequest) -> CaseHandle:
    """The handle of a parametrized item."""
    param = getattr(request, "param", None)
    if not isinstance(param, Param):
        pytest.fail('errpact_case needs the marker: @pytest.mark.errpact("khipu")', pytrace=False)
    try:
        options = session.options_of(request.config)
    except ErrpactError as exc:
        pytest.fail(str(exc), pytrace=False)
    checker = _checker(param.plan, options, request.node)
    checker.scope, checker.defaults = param.scope, param.defaults
    return PytestHandle(checker, request.node)


def _checker(plan: Plan, options: Options, node: Any) -> Checker:
    def on_record(record: Record) -> None:
        node.user_properties.append((PROPERTY, record.dumps()))
        node.user_properties.append((f"{PROPERTY}.case", record.case))
        node.user_properties += [(f"{PROPERTY}.{o}", s) for o, s in record.verdicts.items()]

    path = node.nodeid.partition("::")[0]
    stuck = session.STUCK.setdefault(path, {})
    return Checker(
        plan,
        options,
        node.nodeid,
        session.server,
        path=path,
        stuck=stuck,
        asked=session.ASKED,
        on_record=on_record,
    )


class PytestHandle(CaseHandle):
    """A handle whose failures are pytest's: the text alone, no traceback of ours. node: the test."""

    def __init__(self, checker: Checker, node: Any) -> None:
        super().__init__(checker)
        self._node = node

    def _told(self, error: ContractBroken | ErrpactError) -> BaseException:
        if isinstance(error, UnusableSuccess) and (first := self._told_before()):
            return pytest.skip.Exception(f"the client does not take your success reply for one: {first} says more")
        if not isinstance(error, ContractBroken):
            self._node.user_properties.append((UNJUDGED, self._checker.plan.contract.provider))
        return pytest.fail.Exception(_with_cause(error), pytrace=False)

    def _told_before(self) -> str:
        """The item of the same test that failed for its success reply; the others needn't all say it again."""
        own = self._node.nodeid
        if self._node.get_closest_marker("xfail") is not None:
            return ""  # what is expected to fail tells nobody
        first = session.REFUSED.setdefault(own.partition("[")[0], own)
        return "" if first == own else first


def _with_cause(exc: BaseException) -> str:
    if isinstance(exc, WrongUse) and exc.__cause__ is not None:
        import traceback

        lines = traceback.format_exception(exc.__cause__)
        return f"{exc}\n\n{''.join(lines[-12:])}"
    return str(exc)


def handles(provider: str | Contract, **given: Any) -> tuple[CaseHandle, ...]:
    """`errpact.cases`: the documented cases of a provider, for loops and `unittest`'s subTest. It takes what the marker
    takes: filters, and `success`, `routes` and `target` for all of the cases."""
    filters, defaults = _told_apart("errpact.cases", given)
    node = current.item
    root = session.root_of(node.config) if node is not None else Path.cwd()
    plans = cases.select(provider, root=root, **filters)
    counted = cases.scope(plans, **filters)
    options = session.options_of(node.config) if node is not None else Options.from_settings(cases.settings_of(root))
    found: list[CaseHandle] = []
    for plan in plans:
        checker = (
            _checker(plan, options, node)
            if node is not None
            else Checker(plan, options, f"errpact.cases::{plan.id}", session.server)
        )
        checker.scope, checker.defaults = counted, defaults
        found.append(CaseHandle(checker))
    return tuple(found)
