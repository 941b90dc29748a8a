"""Queues and heaps: lists of what was put in, of which the oldest, the newest or the least comes out next."""

from __future__ import annotations

from typing import Any, Final

from ..flow.core import Args, Found, Kwargs
from ..flow.state import Effect, Inst, ListObj, State
from ..flow.values import NONE, Cls, Const, Ref, Tup, Unk, Value
from .table import model

KINDS: Final = {"Queue": "queue", "SimpleQueue": "queue", "LifoQueue": "queue-newest", "PriorityQueue": "queue-least"}
USED: Final = "!"
"""Marks the kind of a queue into which something was put."""
PUT: Final = frozenset({"put", "put_nowait"})
GET: Final = frozenset({"get", "get_nowait"})


@model(*(f"{module}.{name}" for module in ("asyncio", "queue", "multiprocessing") for name in KINDS))
def queue(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """An empty queue."""
    return [(st, it.alloc(st, ListObj((), False, KINDS[name.rsplit(".", 1)[-1]])))]


def queue_method(
    it: Any, ref: Ref, obj: ListObj, name: str, args: Args, kwargs: Kwargs, st: State, site: Any
) -> Found | None:
    """A method of a queue. A `get` waits for ever once all that was put in has been taken; of a queue into which
    nothing was put yet it gives what somebody else puts there in the meantime."""
    if not obj.kind.startswith("queue"):
        return None
    if name in PUT and args:
        _kept(st, site, name, args[0])
        st.heap[ref.id] = ListObj((*obj.items, args[0]), obj.more, obj.kind.removesuffix(USED) + USED)
        return [(st, NONE)]
    if name == "get" and not args and not kwargs and not obj.items and not obj.more and obj.kind.endswith(USED):
        it.endless.append((st, None))
        return []
    if name in GET:
        return [(st, taken(it, st, ref, obj, obj.kind.removeprefix("queue-").removesuffix(USED), site))]
    if name in ("empty", "qsize") and not obj.more:
        return [(st, Const(not obj.items) if name == "empty" else Const(len(obj.items)))]
    if name in ("task_done", "join", "close", "join_thread"):
        return [(st, NONE)]
    return None


def _kept(st: State, site: Any, name: str, item: Value) -> None:
    """What is put into a queue after a reply is dealt with later."""
    if st.sent:
        st.effects = (*st.effects[-20:], Effect(site, name, True, (item,)))


def taken(it: Any, st: State, ref: Ref, obj: ListObj, which: str, site: Any) -> Value:
    """Take an item out. Where more may be in a list than is known, the newest or the least may be one of those."""
    known = len(obj.items)
    if not known or (obj.more and which in ("newest", "least")):
        return _from_others(it, st, ref, Unk(("taken", site, it.fresh())), site)
    at = known - 1 if which == "newest" else _least(it, st, obj.items) if which == "least" else 0
    st.heap[ref.id] = ListObj((*obj.items[:at], *obj.items[at + 1 :]), obj.more, obj.kind)
    return obj.items[at]


def _from_others(it: Any, st: State, ref: Ref, item: Unk, site: Any) -> Value:
    """What somebody else puts in: where the queue says which records it is for, one of those; defaults stand."""
    info = it.records.get(ref.id)
    if info is None or info.lookup("__init__") is not None:
        return item
    given = [Unk(("attr", item.key, name)) for name, _, default, _ in info.all_fields() if default is None]
    made = it.construct(info, given, [], st, site)
    return made[0][1] if len(made) == 1 and made[0][0] is st and isinstance(made[0][1], Ref) else item


def _least(it: Any, st: State, items: tuple[Value, ...]) -> int:
    """Which of some items is the least; the oldest, and no path that is sure, where that can't be told."""
    ranks = [_rank(it, st, item) for item in items]
    known = [r for r in ranks if r is not None]
    if len(known) == len(items):
        return known.index(min(known))
    st.certain = st.certain and len(items) == 1
    return 0


def _rank(it: Any, st: State, item: Value) -> float | None:
    """A number, or the first one of a tuple or a record."""
    obj = it.obj(st, item) if isinstance(item, Ref) else None
    if isinstance(item, Tup) and item.items:
        item = item.items[0]
    elif isinstance(obj, Inst) and isinstance(obj.cls, Cls) and obj.cls.info.is_record() and obj.attrs:
        item = next(iter(obj.attrs.values()))
    return float(item.v) if isinstance(item, Const) and isinstance(item.v, (int, float)) else None


@model("heapq.heappush", "heapq.heappop", "heapq.heapify", "heapq.heappushpop", "heapq.heapreplace")
def heap(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """A list of which the least is taken next."""
    ref = args[0] if args else NONE
    obj = it.obj(st, ref) if isinstance(ref, Ref) else None
    if not isinstance(ref, Ref) or not isinstance(obj, ListObj):
        return [(st, NONE if name == "heapq.heappush" else Unk(("taken", site, it.fresh())))]
    pushed = args[1:2]
    if pushed and name != "heapq.heapreplace":
        _kept(st, site, name, pushed[0])
        obj = st.heap[ref.id] = ListObj((*obj.items, pushed[0]), obj.more, obj.kind)
    if name in ("heapq.heappush", "heapq.heapify"):
        return [(st, NONE)]
    if not obj.items and not obj.more:
        return [(st, it.throw(st, "builtins.IndexError", site))]
    value = taken(it, st, ref, obj, "least", site)
    if pushed and name == "heapq.heapreplace":
        rest = it.obj(st, ref)
        st.heap[ref.id] = ListObj((*rest.items, pushed[0]), rest.more, rest.kind)
    return [(st, value)]
