"""What all parts of the interpreter share: its counters, frames and heap, helpers over points; and what the parts ask
of each other (the abstract methods)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from typing import Any, Final

from ...contracts.plain import changeable, entity, frozen
from .. import ir
from ..dispatch import handlers
from ..finding import InternalError
from ..modules import Modules
from ..watch import late
from .classes import ClassInfo
from .domain import Domain
from .ends import Ends
from .facts import Facts
from .library import Library
from .likeness import NOTHING, Mark, Run, Serial
from .ops import PyError
from .state import Inst, Numbers, Site, State
from .values import Ext, Made, Ref, Split, Thrown, Unk, Value, lift, narrow, parts, split

Found = list[tuple[State, Value]]
Args = list[Value]
Kwargs = list[tuple[str, Value]]
STEPS: Final = 25_000
"""Statements and calls of one entry point that are followed."""
SILENT: Final = 2_500
"""The same until its first request: clients get there within a few dozen, what never asks anyone isn't worth more."""


PROGRAM: Final = 1_000
"""The same of what a module does when it is the program: the functions that it calls there are run by themselves."""


SELDOM: Final = 100
"""So many steps lie between two looks at the clock."""


class OutOfBudget(Exception):
    """A root that takes too long to follow."""


class Several(Exception):
    """There is more than one way on from here, or somebody is asked, where one way was looked for."""


@frozen
class Cx:
    """Where code runs: module path, frame, enclosing class, function; `on_yield` takes what a generator yields."""

    module: str
    frame: int
    func: ir.FunctionDef | None = None
    owner: ClassInfo | None = None
    on_yield: Any = None


@entity
class Source:
    """What a reply answers: a request, by its identity. kind: target, ok (it simply succeeds), other (a service of
    somebody else's). There is one object for each, so that what is made of a reply that was asked for with what an
    earlier reply held stays as small as what was made of the first."""

    kind: str
    request: tuple[Any, ...]


@changeable
class ReplyInfo:
    """A reply that some request gets. domain is None for a reply of another service, or one that simply succeeds.
    place: the text of the URL, as far as it is known."""

    key: Source
    domain: Domain | None
    ok: bool = False
    lib: str = "requests"
    place: str = ""


def in_body(value: Value) -> bool:
    """Whether an unknown value stands somewhere in a body that was parsed: no exception, and no object of the
    project."""
    key = value.key if isinstance(value, Unk) else None
    return isinstance(key, tuple) and len(key) == 2 and isinstance(key[0], Source) and isinstance(key[1], str)


class Core(ABC):
    """What every part inherits. One object is one analysis run over a project's modules, for one reading."""

    def __init__(self, modules: dict[str, ir.Module], binder: Any, library: Library) -> None:
        self.modules = modules
        self.evaluate = handlers(type(self), "v")
        self.execute = handlers(type(self), "x")
        self.resolver = Modules(modules)
        self.binder = binder
        self.names: Any = None  # what the configuration says by name, once it is asked for
        self.named = any(c.functions or c.remedies for c in binder.settings.clients)
        self.carriers = any(c.exceptions for c in binder.settings.clients)
        self.library = library
        self.facts = Facts()
        self.replies: list[ReplyInfo] = []
        self.sources: dict[tuple[str, Any], Source] = {}
        self.targets: dict[Any, int] = {}  # this run's, by request
        self.parents: dict[int, int | None] = {}
        self.module_frames: dict[str, int] = {}
        self.globals = State(1)
        self.importing: list[State] = []  # the modules whose top level runs, outermost first
        self.numbers = Numbers()
        self.known = Run(self.parents, self.replies, self.globals)
        self.frames = 0
        self.ids = 0
        self.serial = 0
        self.made_at: dict[int, Site] = {}
        self.steps = 0
        self.budget = STEPS
        self.most = STEPS  # what the budget is once somebody is asked
        self.since: Mark = NOTHING
        self.alone = False  # nobody may be asked: else Several
        self.looks = 0
        self.depth = 0
        self.stack: list[ir.FunctionDef] = []
        self.inlined: set[int] = set()
        self.delivered = 0
        self.capture: Callable[[Thrown], Value] | None = None
        self.factories: dict[str, Any] = {}
        self.session_maker: tuple[Any] | None = None
        self.dispatchers: dict[tuple[str, int], list[tuple[Value, Value]]] = {}
        self.endless: list[tuple[State, tuple[str, int] | None]] = []
        self.closures: dict[int, bool] = {}
        self.branched: dict[int, frozenset[str]] = {}
        self.bounds: set[int] = set()
        self.chained: set[int] = set()
        self.defined: list[ClassInfo] = []
        self.making: list[ClassInfo] = []  # the classes that metaclasses are at
        self.setters: set[str] = set()  # names of attributes whose class has an object with `__set__` there
        self.errors: list[InternalError] = []
        self.given: set[int] = set()
        self.told: set[int] = set()  # enums, by identity, a member of which was found by what a reply says
        self.guessed: set[int] = set()  # objects that an unknown one was taken for
        self.recognised: dict[Any, Ref] = {}  # this run's, by the unknown's identity and the class
        self.records: dict[int, ClassInfo] = {}  # what is put into queues that say so
        self.guards: list[tuple[ir.Try, Cx]] = []
        self.asked: dict[int, set[Any]] = {}
        self.asks = False
        self.strangers = False
        self.producers: dict[int | str | None, Any] = {}  # by an exception class's identity or configured name
        self.bodies: set[int] = set()  # frames of classes
        self.early: set[Any] = set()  # sites of this run's calls that came before any request, as a part of it
        self.kept: set[Any] = set()  # sites of calls whose results are kept in an attribute

    # --- budget

    def step(self) -> None:
        """Count one statement. Raises OutOfBudget."""
        self.steps += 1
        if self.steps > self.budget or (self.steps % SELDOM == 0 and late()):
            raise OutOfBudget

    def fresh(self, site: Site | None = None) -> Serial:
        """A number that no other value has. site: where what differs each time is made."""
        self.serial += 1
        if site is not None:
            self.made_at[self.serial] = site
        return Serial(self.serial)

    def mark(self) -> Mark:
        """Now: what is made from here on is known to the paths that begin here only."""
        return Mark(self.ids, self.frames, len(self.replies), self.serial)

    def domain_of(self, st: State) -> Domain | None:
        """The provider whose reply a path got."""
        return self.replies[st.target[0]].domain if st.target is not None else None

    def new_reply(self, kind: str, request: tuple[Any, ...], domain: Domain | None) -> int:
        """The number of a further reply to a request. kind: see `Source`."""
        source = self.sources.get((kind, request))
        if source is None:
            source = self.sources[kind, request] = Source(kind, request)
        self.replies.append(ReplyInfo(source, domain, kind == "ok"))
        return len(self.replies) - 1

    def new_frame(self, parent: int | None) -> int:
        """A frame whose free names are looked up in `parent`."""
        self.frames += 1
        self.parents[self.frames] = parent
        return self.frames

    def enclosing(self, frame: int) -> int:
        """The frame in which a function that is defined in this one looks up its free names: a class's body is passed
        over, a method doesn't see its siblings."""
        parent: int | None = frame
        while parent in self.bodies and parent is not None:
            parent = self.parents.get(parent)
        return frame if parent is None else parent

    def alloc(self, st: State, obj: Any) -> Ref:
        """Put an object in the state's heap."""
        self.ids += 1
        st.heap[self.ids] = obj
        return Ref(self.ids)

    def obj(self, st: State, ref: Ref) -> Any:
        """The object behind a reference."""
        found = st.heap.get(ref.id)
        return self.globals.heap.get(ref.id) if found is None else found

    def lookup(self, name: str, st: State, cx: Cx) -> Value:
        """A name: local, enclosing, global, builtin."""
        frame: int | None = cx.frame
        while frame is not None:
            for frames in (st.frames, self.globals.frames):
                if frame in frames and (value := frames[frame].get(name)) is not None:
                    return narrow(value, st.mask) if type(value) is Split else value
            frame = self.parents.get(frame)
        return Ext(f"builtins.{name}")

    def by_part(self, st: State, value: Value) -> list[tuple[State, Value]]:
        """One state per part of a value that depends on the point."""
        if not isinstance(value, Split):
            return [(st, value)]
        found = parts(value, st.mask)
        if len(found) == 1:
            return [(st, found[0][1])]
        return [(st.fork(mask), part) for mask, part in found]

    def lifted(self, st: State, values: tuple[Value, ...], pure: Any, site: Any) -> list[tuple[State, Value]]:
        """A pure function over points; PyErrors become raised exceptions of the points concerned."""

        def guarded(*args: Value) -> Value:
            try:
                result: Value = pure(*args)
            except PyError as exc:
                return Thrown(Ext(f"builtins.{exc.name}"))
            return result

        found = lift(st.mask, values, guarded)
        if len(found) == 1 and type(found[0][1]) is not Thrown:
            return [(st, found[0][1])]
        if not any(type(v) is Thrown for _, v in found):
            return [(st, Split(tuple(found)))]
        results: list[tuple[State, Value]] = []
        for mask, value in found:
            state = st.fork(mask) if len(found) > 1 else st
            if isinstance(value, Thrown) and isinstance(value.exc, Ext):
                results.append((state, self.throw(state, value.exc.name, site)))
            else:
                results.append((state, value))
        return results

    def throw(self, st: State, name: str, site: Any, **attrs: Value) -> Thrown:
        """A builtin or library exception, raised here by no `raise` of the client's."""
        ref = self.alloc(st, Inst(Ext(name), {"__crash__": Unk(("site", site)), **attrs}))
        st.note("raise", site, name.removeprefix("builtins."))
        return Thrown(ref)

    def in_words(self, st: State, values: Iterable[Value], site: Any) -> tuple[Value, ...]:
        """Values as they go into a text: of an object (an exception, most often) what `str()` gives."""
        return tuple(split((m, self._word(st, p, m, site)) for m, p in parts(v, st.mask)) for v in values)

    def _word(self, st: State, value: Value, mask: int, site: Any) -> Value:
        if not isinstance(value, Ref) or not isinstance(self.obj(st, value), Inst):
            return value
        found = self.call(Ext("builtins.str"), [value], [], st.fork(mask), None, site)
        plain = len(found) == 1 and found[0][0].mask == mask and not isinstance(found[0][1], (Thrown, Ref))
        return found[0][1] if plain else value

    # --- what the parts ask of each other

    @abstractmethod
    def ev(self, expr: ir.Expr, st: State, cx: Cx) -> Found:
        """Evaluate an expression."""

    @abstractmethod
    def ev_many(self, exprs: list[ir.Expr], st: State, cx: Cx) -> list[tuple[State, Any]]:
        """Evaluate in order → (state, list of values), or (state, Thrown)."""

    @abstractmethod
    def call(self, func: Value, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any) -> Found:
        """Call a value."""

    @abstractmethod
    def exec_block(self, body: list[ir.Stmt], st: State, cx: Cx) -> Ends:
        """Run statements in order."""

    @abstractmethod
    def exec_stmt(self, stmt: ir.Stmt, st: State, cx: Cx) -> Ends:
        """Run one statement."""

    @abstractmethod
    def member_of(self, path: str, name: str) -> Value | None:
        """A name of a module, from outside."""

    @abstractmethod
    def module_frame(self, path: str) -> int:
        """The frame of a module's globals; its top level is run on first use."""

    @abstractmethod
    def name_of(self, func: Value) -> str:
        """A readable name of what is called."""

    @abstractmethod
    def is_layer(self, func: Value) -> bool:
        """Whether an outside decorator is one that a model implements."""

    @abstractmethod
    def is_instance(self, st: State, value: Value, types: Value) -> bool | None:
        """isinstance where it can be told."""

    @abstractmethod
    def captured(self, node: ir.FunctionDef) -> bool:
        """Whether a function makes functions that may keep its variables."""

    @abstractmethod
    def loop_driver(self, source: Value) -> Any:
        """The model that runs a for loop over a made value, or None."""

    @abstractmethod
    def run_generator(self, made: Made, st: State, hook: Any, site: Any) -> Found:
        """Run a generator's body; `hook` takes each yielded value and may raise into it."""

    @abstractmethod
    def call_outside(self, name: str, args: Args, kwargs: Kwargs, st: State, cx: Cx | None, site: Any) -> Found:
        """A call of an outside name: a model answers, else the result is kept structurally."""

    @abstractmethod
    def binary(self, op: str, left: Value, right: Value, st: State, site: Any) -> Found:
        """`left op right`."""

    @abstractmethod
    def run_out(self, found: Found, site: Any) -> Found:
        """Values that are taken whole: a generator is run to its end, for a list."""

    @abstractmethod
    def iterated(self, source: Value, st: State, site: Any) -> Found:
        """What a loop over a value goes through."""

    @abstractmethod
    def catches(self, st: State, exc: Value, types: Value) -> bool | None:
        """See `Trying`."""

    @abstractmethod
    def yield_from(self, source: Value, st: State, cx: Cx, site: Any) -> Found:
        """`yield from source`."""

    @abstractmethod
    def assign(self, target: ir.Expr, value: Value, st: State, cx: Cx) -> Ends:
        """Bind a target."""

    @abstractmethod
    def attr(self, owner: Value, name: str, st: State, cx: Cx | None, site: Any) -> Found:
        """`owner.name`."""

    @abstractmethod
    def bind(self, value: Value, ref: Value, owner: Any) -> Value:
        """A function found on a class, bound to an object."""

    @abstractmethod
    def special(self, st: State, ref: Ref, name: str) -> Value | None:
        """A method by which an object answers for an attribute that it is the value of (`__get__`), if it has it."""

    @abstractmethod
    def choose(
        self, st: State, value: Value, site: Any, looked: bool = False, about: str = ""
    ) -> list[tuple[State, bool]]:
        """See `Branching`."""

    @abstractmethod
    def branch(self, test: ir.Expr, st: State, cx: Cx) -> list[tuple[State, Any]]:
        """A condition → (state, True | False | Thrown). Short-circuits fork where they must."""
