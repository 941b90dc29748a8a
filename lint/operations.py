"""Operations: the entry points from which provider calls are reached, run one by one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field
from typing import Any

from ..contracts.plain import changeable, frozen
from . import ir
from .arguments import arguments, symbolic_instance
from .containment import internal_error
from .feeding import feed
from .flow.classes import ClassInfo
from .flow.core import SILENT
from .flow.domain import Domain
from .flow.interp import Interp, OutOfBudget
from .flow.standing_in import Producer
from .flow.state import Inst, Site, State
from .flow.values import NONE, Cls, Made, Native, Ref, Thrown, Unk, Value, Wrapped
from .handed import SELF, Handed, handed
from .models import configured
from .models.process import ended_well
from .models.table import RUNS
from .opening import fill
from .reach import Reach
from .roots import Root, calls_what_it_is_given, find_roots, innermost, order
from .shaping import only_shapes
from .watch import at

EVERYTHING = (1 << 4000) - 1


@changeable
class Run:
    """What running a root gave: (state, value or Thrown) pairs, and the states that never end, with the place where
    they go on asking (None where they only wait).

    asked: it calls something that it is given, where it expects an exception of the project's. strangers: it calls
    something that it or its object is given. hollow: it loops, and what it is given holds a collection without an item.
    complete: it was followed to its end. given_up: where it wasn't, whose replies it had asked for by then.
    """

    root: Root
    ends: list[tuple[State, Value]] = field(default_factory=list)
    endless: list[tuple[State, Any]] = field(default_factory=list)
    complete: bool = True
    given_up: tuple[Domain, ...] = ()
    asked: bool = False
    strangers: bool = False
    hollow: bool = False


def run_all(it: Interp, core: Collection[str] | None = None, reach: Reach | None = None) -> list[Run]:
    """Run every function that no other run has run in place, callers first; then once more those that call what they
    are given, now that it is known who makes their object, and which operation raises what they expect. core: the
    files whose functions are run; all if None; of others only those that `_may_be_asked`. reach: which
    functions can reach a provider at all; every one if None."""
    # In order first: what isn't run itself may lie between a caller and whom it calls.
    roots = order(find_roots(it), it)
    roots = [r for r in roots if core is None or r.path in core or _may_be_asked(r)]
    roots = [r for r in roots if reach is None or reach.possible(r)]
    roots = [r for r in roots if not only_shapes(r.node)]
    runs: list[Run] = []
    names = configured.of(it)
    for root in roots:
        special = root.node.name.startswith("__") and root.node.name != "__call__"
        if special or (id(root.node) in it.inlined and names.name(root.value, names.webhooks) is None):
            continue
        one = run(it, root)
        if one.hollow and one.complete and _asks_nobody(one):
            one = run(it, root, held=True)
        runs.append(one)
    makers = _makers(it, runs)
    for old in [r for r in runs if r.strangers and r.root.owner is not None and _asks_nobody(r)]:
        maker = makers.get(id(old.root.owner))
        if id(old.root.node) in it.inlined:
            runs.remove(old)
        elif maker is not None:
            runs[runs.index(old)] = run(it, old.root, maker)
    it.producers = _producers(it, runs)
    for name in names.exceptions:
        it.producers[name] = configured.producer(it, name)
    if it.producers:
        again = [r for r in runs if r.asked and _asks_nobody(r)]
        for old in again:
            if id(old.root.node) in it.inlined:
                runs.remove(old)
            else:
                runs[runs.index(old)] = run(it, old.root)
    for one in [r for r in runs if _asks_nobody(r)]:
        it.budget = it.steps + it.most  # annotations are evaluated outside of any run
        if comes := handed(it, one.root):
            run(it, one.root, comes=comes)  # for what is compared; its ends are nobody's
    at("")
    return runs


def _may_be_asked(root: Root) -> bool:
    """Whether a function is of interest though its file asks no provider: it calls what it is given, or is a method of
    an exception, asked by who catches one."""
    return calls_what_it_is_given(root.node) or (root.owner is not None and root.owner.is_exception())


def _asks_nobody(one: Run) -> bool:
    return all(st.target is None for st, _ in one.ends)


def _makers(it: Interp, runs: list[Run]) -> dict[int, Root]:
    """For each class of the project, by identity, the one function that makes an object of it, asking nobody: what such
    an object is given is known from there."""
    found: dict[int, list[Root]] = {}
    for one in runs:
        made = {
            id(obj.cls.info)
            for st, value in one.ends
            if isinstance(value, Ref) and isinstance(obj := it.obj(st, value), Inst) and isinstance(obj.cls, Cls)
        }
        if one.root.owner is None and len(made) == 1 and len(one.ends) == 1 and _asks_nobody(one):
            found.setdefault(made.pop(), []).append(one.root)
    return {key: roots[0] for key, roots in found.items() if len(roots) == 1}


def _made(it: Interp, maker: Root, st: State) -> Value | None:
    """An object as its maker makes it."""
    for end, value in _start(it, maker, st.fork()):
        if isinstance(value, Ref):
            st.frames, st.heap = end.frames, end.heap
            it.given.add(value.id)
            return value
    return None


def _producers(it: Interp, runs: list[Run]) -> dict[int | str | None, Producer]:
    """For each exception class of the project, by identity, an operation from which one of a provider's errors leaves
    as it: the one with the fewest requests."""
    found: dict[int, tuple[int, Root]] = {}
    for one in runs:
        for st, value in one.ends:
            exc = it.obj(st, value.exc) if isinstance(value, Thrown) and isinstance(value.exc, Ref) else None
            if st.target is None or not isinstance(exc, Inst) or not isinstance(exc.cls, Cls):
                continue
            domain = it.replies[st.target[0]].domain
            if domain is None or not st.mask & domain.errors:
                continue
            for info in exc.cls.info.mro():
                if isinstance(info, ClassInfo) and len(st.sent) < found.get(id(info), (1 << 30, None))[0]:
                    found[id(info)] = (len(st.sent), one.root)
    return {key: _producer(it, root) for key, (_, root) in found.items()}


def _producer(it: Interp, root: Root) -> Producer:
    def produce(st: State, _: Site) -> list[tuple[State, Value]] | None:
        return None if any(node is root.node for node in it.stack) else _start(it, root, st)

    return produce


def run(
    it: Interp, root: Root, maker: Root | None = None, held: bool = False, comes: Mapping[int, Handed] | None = None
) -> Run:
    """Run one root with unknown arguments; a method on an object as `maker` makes it, if one is given. held: what these
    hold may have been filled before. comes: arguments that are known to come from the provider."""
    at(root.path)
    result = Run(root)
    st = State(EVERYTHING)
    before, inlined = len(it.endless), set(it.inlined)
    it.steps, it.budget, it.stack, it.guards = 0, SILENT, [], []
    it.asks, it.strangers, it.early, it.targets, it.recognised = False, False, set(), {}, {}
    try:
        call = _prepared(it, root, st, maker)
        if call is not None:
            if _loops(root):
                filled = st if held else st.fork()
                result.hollow = sum(fill(it, one, filled) for one in (call.bound, *call.args)) > 0
            result.ends = [(s, ended_well(it, s, value)) for s, value in _performed(it, root, call, st, comes)]
    except OutOfBudget:
        result.complete = False
        it.facts.unresolved.setdefault((root.path, root.node.n), f"{root.name}: it takes too long")
    except RecursionError:
        result.complete = False
        it.facts.unresolved.setdefault((root.path, root.node.n), f"{root.name}: it nests too deep")
    except Exception as exc:  # a fault at one root must not take the others along
        result.complete = False
        it.errors.append(internal_error(f"the analysis of {root.name}", exc, (), root.path))
    finally:
        it.stack = []
    if not result.complete:
        # What it calls was not followed to the end here: that is tried by itself.
        it.inlined = inlined
        domains = (it.replies[number].domain for number in it.targets.values())
        result.given_up = tuple({id(d): d for d in domains if d is not None}.values())
    result.endless, result.asked, result.strangers = it.endless[before:], it.asks, it.strangers
    return result


def _start(it: Interp, root: Root, st: State, maker: Root | None = None) -> list[tuple[State, Value]]:
    call = _prepared(it, root, st, maker)
    return [] if call is None else _performed(it, root, call, st)


@frozen
class _Call:
    """What is called and with what. bound: the object that it is a method of."""

    value: Value
    bound: Value | None
    args: list[Value]


def _prepared(it: Interp, root: Root, st: State, maker: Root | None) -> _Call | None:
    value = root.value
    bound: Value | None = None
    kind = value.name if isinstance(value, Made) and value.args else ""
    if isinstance(value, Made) and kind in ("staticmethod", "classmethod", "property", "cached_property"):
        value = value.args[0]
    if kind == "classmethod" and root.owner is not None:
        bound = Cls(root.owner)
    elif kind != "staticmethod" and root.owner is not None:
        bound = (_made(it, maker, st) if maker is not None else None) or symbolic_instance(it, Cls(root.owner), st, 0)
        bound = bound or Unk(("self", root.path, root.owner.name))
        feed(it, root, bound, st)
    func = innermost(value)
    if func is None:
        return None
    task = isinstance(value, Wrapped) and value.kind == "celery"
    return _Call(value, bound, arguments(it, func, bound is not None, st, task=task))


def _performed(
    it: Interp, root: Root, call: _Call, st: State, comes: Mapping[int, Handed] | None = None
) -> list[tuple[State, Value]]:
    site = (root.path, root.node.n)
    target = it.bind(call.value, call.bound, root.owner) if call.bound is not None else call.value
    if isinstance(target, Wrapped) and target.kind in RUNS:
        found = RUNS[target.kind](it, target, call.args, st, site)
    else:
        comes = comes or {}
        found = [
            r
            for own, one in (
                [(it.bind(call.value, v, root.owner), s) for s, v in comes[SELF](st, site)]
                if SELF in comes
                else [(target, st)]
            )
            for s, args in _told(it, root, call.args, one, comes)
            for r in it.call(own, args, [], s, None, site)
        ]
    return [r for s, v in found for r in _drained(it, s, v, site)]


def _told(
    it: Interp, root: Root, args: list[Value], st: State, comes: Mapping[int, Handed]
) -> list[tuple[State, list[Value]]]:
    """What a root is given: one of what comes, or as its first argument a reply's body, where the configuration says
    so."""
    site = (root.path, root.node.n)
    if SELF in comes:
        return [(st, args)]
    if comes:
        number, what = next(iter(comes.items()))
        return [(s, [*args[:number], value, *args[number + 1 :]]) for s, value in what(st, site)]
    names = configured.of(it)
    name = names.name(root.value, names.webhooks)
    if name is None or not args:
        return [(st, args)]
    return [(s, [body, *args[1:]]) for s, body in configured.told(it, name, site, st)]


def _loops(root: Root) -> bool:
    return any(isinstance(node, (ir.For, ir.Comp)) for node in root.node.inside())


def _drained(it: Interp, st: State, value: Value, site: Any) -> list[tuple[State, Value]]:
    """A generator that a root returns is run to its end."""
    if isinstance(value, Made) and value.name == "generator" and value.args and isinstance(value.args[0], Native):

        def hook(s: State, item: Value) -> list[tuple[State, Value]]:
            it.effect(s, site, "yield", (item,))
            return [(s, NONE)]

        return [
            (s, v if isinstance(v, Thrown) else Unk(("generated", site)))
            for s, v in it.run_generator(value, st, hook, site)
        ]
    return [(st, value)]
