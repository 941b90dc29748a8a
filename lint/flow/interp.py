"""The interpreter: runs functions over sets of points. Statements are in `statements`, expressions in `expressions`,
calls in `calls`; this module holds what they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from .. import ir
from ..modules import Modules
from .calls import Calls
from .classes import ClassInfo
from .domain import Domain
from .expressions import Expressions
from .facts import Facts
from .state import Inst, State
from .statements import Statements
from .values import ABSENT, Cls, Ext, Mod, Ref, Split, Thrown, Unk, Value, lift, narrow, parts

STEPS: Final = 60_000
STATES: Final = 160


class OutOfBudget(Exception):
    """A root that takes too long to follow."""


@dataclass(frozen=True, slots=True)
class Cx:
    """Where code runs: module path, frame, enclosing class, function; `on_yield` takes what a generator yields."""

    module: str
    frame: int
    func: ir.FunctionDef | None = None
    owner: ClassInfo | None = None
    on_yield: Any = None


@dataclass(slots=True)
class ReplyInfo:
    """A reply that some request gets. domain is None for a reply of another service, or one that simply succeeds."""

    key: Any
    domain: Domain | None
    ok: bool = False
    lib: str = "requests"


class Interp(Statements, Expressions, Calls):
    """One analysis run over a project's modules, for one reading of each provider."""

    def __init__(self, modules: dict[str, ir.Module], binder: Any) -> None:
        self.modules = modules
        self.resolver = Modules(modules)
        self.binder = binder
        self.facts = Facts()
        self.replies: list[ReplyInfo] = []
        self.parents: dict[int, int | None] = {}
        self.module_frames: dict[str, int] = {}
        self.globals = State(1)
        self.frames = 0
        self.ids = 0
        self.serial = 0
        self.steps = 0
        self.depth = 0
        self.stack: list[ir.FunctionDef] = []
        self.inlined: set[int] = set()
        self.delivered = 0
        self.capture = False
        self.factories: dict[str, Any] = {}
        self.endless: list[tuple[State, tuple[str, int]]] = []
        self.classes: dict[int, ClassInfo] = {}
        self.chained: set[int] = set()

    # --- budget

    def step(self) -> None:
        """Count one statement. Raises OutOfBudget."""
        self.steps += 1
        if self.steps > STEPS:
            raise OutOfBudget

    def fresh(self) -> int:
        """A number that no other value has."""
        self.serial += 1
        return self.serial

    # --- frames and heap

    def new_frame(self, parent: int | None) -> int:
        """A frame whose free names are looked up in `parent`."""
        self.frames += 1
        self.parents[self.frames] = parent
        return self.frames

    def alloc(self, st: State, obj: Any) -> Ref:
        """Put an object in the state's heap."""
        self.ids += 1
        st.heap[self.ids] = obj
        return Ref(self.ids)

    def obj(self, st: State, ref: Ref) -> Any:
        """The object behind a reference."""
        found = st.heap.get(ref.id)
        return self.globals.heap.get(ref.id) if found is None else found

    def narrowed(self, st: State, value: Value | None) -> Value | None:
        """A value under the state's points."""
        return None if value is None else narrow(value, st.mask)

    def lookup(self, name: str, st: State, cx: Cx) -> Value:
        """A name: local, enclosing, global, builtin."""
        frame: int | None = cx.frame
        while frame is not None:
            value = st.get(frame, name)
            if value is None:
                value = self.globals.get(frame, name)
            if value is not None:
                return value
            frame = self.parents.get(frame)
        return Ext(f"builtins.{name}")

    # --- modules

    def module_frame(self, path: str) -> int:
        """The frame of a module's globals; its top level is run on first use."""
        known = self.module_frames.get(path)
        if known is not None:
            return known
        frame = self.new_frame(None)
        self.module_frames[path] = frame
        st = self.globals
        st.frames.setdefault(frame, {"__name__": Unk(("module", path), "str")})
        module = self.modules[path]
        saved_steps, saved_stack = self.steps, self.stack
        self.stack = []
        cx = Cx(path, frame)
        try:
            for stmt in module.body:
                # Only what follows every branch counts; a statement that forks keeps the first path.
                ends = self.exec_stmt(stmt, st, cx)
                normal = [s for s, comp in ends if comp is None]
                if normal and normal[0] is not st:
                    st.frames, st.heap = normal[0].frames, normal[0].heap
        except OutOfBudget:
            pass
        finally:
            self.steps, self.stack = saved_steps, saved_stack
        return frame

    def member_of(self, path: str, name: str) -> Value | None:
        """A name of a module, from outside."""
        if path.endswith("/"):
            sub = self.resolver.submodule(path, name)
            return Mod(sub) if sub else None
        frame = self.module_frame(path)
        value = self.globals.get(frame, name)
        if value is None and path.endswith("__init__.py") and (sub := self.resolver.submodule(path, name)):
            return Mod(sub)
        return value

    # --- helpers over points

    def by_part(self, st: State, value: Value) -> list[tuple[State, Value]]:
        """One state per part of a value that depends on the point."""
        if not isinstance(value, Split):
            return [(st, value)]
        found = list(parts(value, st.mask))
        if len(found) == 1:
            return [(st, found[0][1])]
        return [(st.fork(mask), part) for mask, part in found]

    def lifted(self, st: State, values: tuple[Value, ...], pure: Any, site: Any) -> list[tuple[State, Value]]:
        """A pure function over points; PyErrors become raised exceptions of the points concerned."""
        from .ops import PyError

        def guarded(*args: Value) -> Value:
            try:
                result: Value = pure(*args)
            except PyError as exc:
                return Thrown(Ext(f"builtins.{exc.name}"))
            return result

        found = lift(st.mask, values, guarded)
        if not any(isinstance(v, Thrown) for _, v in found):
            from .values import split

            return [(st, split(found) if len(found) > 1 else found[0][1])]
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

    def project_class(self, value: Value) -> ClassInfo | None:
        """The class behind a value, if it is a project class."""
        return value.info if isinstance(value, Cls) else None

    def known(self, values: Iterable[Value]) -> bool:
        """Whether all are present values."""
        return all(v is not ABSENT for v in values)
