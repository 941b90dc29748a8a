"""What lies in an object's queues before an operation takes from them: one item, put there by a method of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from . import ir
from .arguments import arguments
from .flow.interp import Interp
from .flow.state import Inst, ListObj, State
from .flow.values import Cls, Func, Ref, Thrown, Value
from .models.queues import GET, PUT
from .roots import Root

TAKES: Final = GET | {"pop", "popleft", "heappop", "heappushpop", "heapreplace"}
PUTS: Final = PUT | {"append", "appendleft", "add", "heappush", "insert"}


def feed(it: Interp, root: Root, bound: Value | None, st: State) -> None:
    """Call the methods that put something into the queues that the root takes from, one for each that is empty."""
    obj = it.obj(st, bound) if isinstance(bound, Ref) else None
    if not isinstance(obj, Inst) or not isinstance(obj.cls, Cls):
        return
    methods = {
        item.name: item
        for info in reversed(obj.cls.info.mro())
        if not isinstance(info, str)
        for item in info.node.body
        if isinstance(item, ir.FunctionDef)
    }
    reached = _reached(root.node, methods)
    wanted = {name for node in reached for name in _used(node, TAKES)}
    for name in sorted(wanted):
        held = obj.attrs.get(name)
        queue = it.obj(st, held) if isinstance(held, Ref) else None
        if not isinstance(held, Ref) or not isinstance(queue, ListObj) or queue.items or queue.more:
            continue
        feeders = [m for m in methods.values() if m not in reached and name in _used(m, PUTS)]
        feeders += [m for m in methods.values() if m is not root.node and m in reached and name in _used(m, PUTS)]
        for method in feeders:
            if method.name != "__init__" and _called(it, bound, method, held, st):
                break


def _reached(root: ir.FunctionDef, methods: dict[str, ir.FunctionDef]) -> list[ir.FunctionDef]:
    """A method and all of its class that it calls, directly or not."""
    found: list[ir.FunctionDef] = [root]
    for node in found:
        named = set(_own(node.inside()))
        found += [m for name, m in methods.items() if m not in found and name in named]
    return found


def _own(nodes: Iterable[ir.Node]) -> Iterator[str]:
    """The names of `self.name` among nodes."""
    for item in nodes:
        if type(item) is ir.Attr and isinstance(item.value, ir.Name) and item.value.id == "self":
            yield item.attr


def _used(node: ir.FunctionDef, names: frozenset[str]) -> set[str]:
    """The attributes of `self` with which one of these is called: `self.queue.append(x)`, `heappush(self.queue, x)`."""
    found: set[str] = set()
    for call in node.inside():
        if type(call) is not ir.Call:
            continue
        name = call.func.attr if isinstance(call.func, ir.Attr) else getattr(call.func, "id", "")
        if name in names:
            receiver = call.func.value if isinstance(call.func, ir.Attr) else None
            given = call.args[:1] if name.startswith("heap") else []
            found.update(_own(ir.walk([receiver, *given])))
    return found


def _called(it: Interp, bound: Value | None, method: ir.FunctionDef, held: Ref, st: State) -> bool:
    """Call a method of an object with unknown arguments; the state goes on from there if that asks nobody and puts
    something in."""
    site = ("", method.n)
    for _, func in it.attr(bound, method.name, st.fork(), None, site):  # type: ignore[arg-type]  # the caller has an object
        if not isinstance(func, Func):
            return False
        state = st.fork()
        for end, value in it.call(func, arguments(it, func, True, state), [], state, None, site):
            queue = it.obj(end, held)
            if not isinstance(value, Thrown) and not end.sent and isinstance(queue, ListObj) and queue.items:
                st.frames, st.heap = end.frames, end.heap
                return True
    return False
