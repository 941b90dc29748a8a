"""Retry policies that cannot take effect: adapters that nothing mounts, arguments that are misspelt."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Any, Final

from . import ir
from .flow.domain import Domain
from .flow.interp import Cx, OutOfBudget
from .flow.state import Site
from .flow.values import Ext, Value
from .judgement import Judgement
from .roots import is_test

_CELERY: Final = frozenset(
    {
        "autoretry_for",
        "dont_autoretry_for",
        "max_retries",
        "default_retry_delay",
        "retry_backoff",
        "retry_backoff_max",
        "retry_jitter",
        "retry_kwargs",
        "bind",
        "acks_late",
        "name",
        "base",
        "throws",
        "ignore_result",
        "rate_limit",
        "queue",
        "time_limit",
        "soft_time_limit",
        "reject_on_worker_lost",
        "track_started",
        "serializer",
        "typing",
        "pydantic",
        "expires",
        "priority",
        "shared",
        "lazy",
        "store_errors_even_if_ignored",
        "send_events",
        "routing_key",
        "exchange",
        "options",
    }
)
_TENACITY: Final = frozenset(
    {
        "sleep",
        "stop",
        "wait",
        "retry",
        "before",
        "after",
        "before_sleep",
        "reraise",
        "retry_error_cls",
        "retry_error_callback",
        "name",
        "enabled",
    }
)
KNOWN: Final[dict[str, frozenset[str]]] = {
    "celery.shared_task": _CELERY,
    "tenacity.retry": _TENACITY,
    "tenacity.Retrying": _TENACITY,
    "tenacity.AsyncRetrying": _TENACITY,
    "stamina.retry": frozenset(
        {"on", "attempts", "timeout", "wait_initial", "wait_max", "wait_jitter", "wait_exp_base"}
    ),
}
NEAR: Final = 0.8


def misspelt(judged: Judgement) -> Iterator[tuple[Site, Domain, str, str]]:
    """Arguments that a retry policy doesn't know but for their spelling: (place, domain, name, the right one)."""
    for path, call, name in _calls(judged):
        known = KNOWN.get(name)
        domain = judged.bound(path)
        if known is None or domain is None:
            continue
        for given, value in call.keywords:
            if given is not None and given not in known:
                near = difflib.get_close_matches(given, known, 1, NEAR)
                if near:
                    yield (path, value.n), domain, given, near[0]


def never_mounted(judged: Judgement) -> Iterator[tuple[Site, Domain]]:
    """Adapters with retries in modules where nothing is ever mounted."""
    for path, call, name in _calls(judged):
        if not name.endswith("HTTPAdapter") or all(k != "max_retries" for k, _ in call.keywords):
            continue
        domain = judged.bound(path)
        if domain is not None and not any(_mounts(m) for m in judged.interp.modules.values()):
            yield (path, call.n), domain


def _calls(judged: Judgement) -> Iterator[tuple[str, ir.Call, str]]:
    """All calls with keywords of outside names, at places where module-level names resolve: (path, call, qualified
    name)."""
    for path, module in sorted(judged.interp.modules.items()):
        if is_test(path):
            continue
        for call in module.nodes(ir.Call):
            value = resolved(judged, path, call.func) if call.keywords else None
            if isinstance(value, Ext):
                yield path, call, value.name


def resolved(judged: Judgement, path: str, func: ir.Expr) -> Value | None:
    """What a dotted name means at module level."""
    base = func
    while isinstance(base, ir.Attr):
        base = base.value
    if not isinstance(base, ir.Name):
        return None
    interp = judged.interp
    interp.steps = 0
    try:
        found = interp.ev(func, interp.globals.fork(), Cx(path, interp.module_frame(path)))
    except OutOfBudget:  # a property that does much
        return None
    return found[0][1] if found else None


def _mounts(module: ir.Module) -> bool:
    return any(isinstance(c.func, ir.Attr) and c.func.attr == "mount" for c in module.nodes(ir.Call))


def walk(root: Any, kind: Any) -> Iterator[Any]:
    """All nodes of a kind below a piece of IR, in no particular order."""
    return (item for item in ir.walk(root) if isinstance(item, kind))
