"""Tests whose mocks stand where retries would run, so that an assertion about attempts proves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from . import ir
from .flow.domain import Domain
from .flow.state import Site
from .flow.values import Ext
from .judgement import Judgement
from .options import resolved, walk
from .roots import is_test

COUNTS: Final = frozenset(
    {
        "call_count",
        "called_once",
        "await_count",
        "assert_called_once",
        "assert_called_once_with",
        "call_args_list",
        "request_history",
        "assert_awaited_once",
        "calls",
        "assert_has_calls",
    }
)
ADAPTER: Final = "a requests mock takes the place of the adapter, so urllib3's Retry never runs here"
TRANSPORT: Final = "MockTransport takes the place of the retrying transport, so nothing is ever retried here"
SLEEP: Final = "asyncio.sleep is replaced by a mock that never yields to the loop, so no wait is measured here"
TESTING: Final = "stamina's testing mode makes one attempt without waits, so retries are not tried here"


def idle_mocks(judged: Judgement) -> Iterator[tuple[Site, Domain, str]]:
    """Such tests: (place of the mock, domain, why)."""
    called = {_last(c.func) for m in judged.interp.modules.values() for c in m.nodes(ir.Call)}
    retries, transports = "Retry" in called, "RetryTransport" in called
    for path, module in sorted(judged.interp.modules.items()):
        domain = judged.bound(path) or judged.only_domain()
        if domain is None or not (is_test(path) or any(_is_test_function(s) for s in module.body)):
            continue
        for function in module.nodes(ir.FunctionDef):
            if _is_test_function(function) and _counts(function):
                yield from _mocks_in(judged, path, function, domain, retries, transports)


def _is_test_function(stmt: Any) -> bool:
    return isinstance(stmt, ir.FunctionDef) and stmt.name.startswith("test")


def _counts(function: ir.FunctionDef) -> bool:
    return any(a.attr in COUNTS for a in walk(function.body, ir.Attr))


def _mocks_in(
    judged: Judgement, path: str, function: ir.FunctionDef, domain: Domain, retries: bool, transports: bool
) -> Iterator[tuple[Site, Domain, str]]:
    for call in sorted(walk(function, ir.Call), key=lambda c: c.n):
        value = resolved(judged, path, call.func)
        name = value.name if isinstance(value, Ext) else ""
        if name == "requests_mock.Mocker" and retries:
            yield (path, call.n), domain, ADAPTER
        elif name == "httpx.MockTransport" and transports:
            yield (path, call.n), domain, TRANSPORT
        elif name == "stamina.set_testing" and not any(k == "attempts" for k, _ in call.keywords):
            yield (path, call.n), domain, TESTING
        elif name.endswith("mock.patch") and _patches_sleep(call):
            yield (path, call.n), domain, SLEEP
    if retries and any(p.name == "requests_mock" for p in function.params):
        yield (path, function.n), domain, ADAPTER


def _patches_sleep(call: ir.Call) -> bool:
    first = call.args[0] if call.args else None
    wrapped = any(
        isinstance(n, (ir.Name, ir.Attr)) and _last(n) == "AsyncMock"
        for n in (*walk(call.args, ir.Name), *walk(call.keywords, ir.Name))
    )
    return isinstance(first, ir.Const) and str(first.value).endswith("asyncio.sleep") and wrapped


def _last(node: Any) -> str:
    return node.attr if isinstance(node, ir.Attr) else node.id if isinstance(node, ir.Name) else ""
