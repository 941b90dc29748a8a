"""Statements: each takes a state and gives (state, completion) pairs; completion None means that it went on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from .. import ir
from ..models.exceptions import ancestors, canonical
from .classes import ClassInfo
from .ops import truth
from .state import DictObj, Inst, ListObj, State
from .values import (
    ABSENT,
    NONE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Made,
    Mod,
    Ref,
    Split,
    Thrown,
    Tup,
    Unk,
    Value,
    field_of,
    key_of,
    parts,
    tainted,
)

if TYPE_CHECKING:
    from .interp import Cx, Interp

CONCRETE: Final = 12
"""Iterations of a loop that are followed one by one; after them its counters are sent to infinity once."""
UNKNOWN_ITEMS: Final = 2
MAX_STATES: Final = 160


@dataclass(frozen=True, slots=True)
class Return:
    value: Value


@dataclass(frozen=True, slots=True)
class Raise:
    exc: Value


@dataclass(frozen=True, slots=True)
class Jump:
    """break or continue."""

    kind: str


@dataclass(frozen=True, slots=True)
class Escape(Value):
    """A completion that travels through a generator that yielded to a with or for body."""

    comp: Any


BREAK: Final = Jump("break")
CONTINUE: Final = Jump("continue")
Ends = list[tuple[State, Any]]


class Statements:
    """Mixin of the interpreter."""

    def exec_block(self: Interp, body: list[ir.Stmt], st: State, cx: Cx) -> Ends:
        """Run statements in order."""
        going = [st]
        done: Ends = []
        for index, stmt in enumerate(body):
            if (
                isinstance(stmt, ir.If)
                and len(going) == 1
                and index + 1 < len(body)
                and isinstance(body[index + 1], ir.If)
            ):
                self.would(_chain(body, index), going[0], cx)
            after: list[State] = []
            for state in going:
                for end, comp in self.exec_stmt(stmt, state, cx):
                    if comp is None:
                        after.append(end)
                    else:
                        done.append((end, comp))
            going = self.merge(after)
            if not going:
                break
        return done + [(s, None) for s in going]

    def exec_stmt(self: Interp, stmt: ir.Stmt, st: State, cx: Cx) -> Ends:
        """Run one statement."""
        self.step()
        method = getattr(self, f"x_{type(stmt).__name__}", None)
        return [(st, None)] if method is None else method(stmt, st, cx)

    def merge(self: Interp, states: list[State]) -> list[State]:
        """Join states that differ in their points only; keep their number bounded."""
        if len(states) < 2:
            return states
        index: dict[Any, State] = {}
        for state in states:
            key = self.signature(state)
            other = index.get(key)
            if other is None:
                index[key] = state
            else:
                other.join(state)
        found = list(index.values())
        if len(found) > MAX_STATES:
            found.sort(key=lambda s: not s.certain)
            self.facts.unresolved.setdefault(("", 0), "too many paths")
            found = found[:MAX_STATES]
        return found

    def signature(self: Interp, st: State) -> Any:
        """What makes two states the same, apart from their points, the path and the certainty."""
        frames = tuple((f, tuple(vs.items())) for f, vs in sorted(st.frames.items()))
        heap = tuple((i, _heap_key(o)) for i, o in sorted(st.heap.items()))
        return (
            frames, heap, st.target, st.history, st.clock, st.unsure, st.waited, st.handled, st.layers, st.effects,
            st.certain, st.remedies,
        )  # fmt: skip

    # --- simple statements

    def x_ExprStmt(self: Interp, stmt: ir.ExprStmt, st: State, cx: Cx) -> Ends:
        return [(s, Raise(v.exc) if isinstance(v, Thrown) else None) for s, v in self.ev(stmt.value, st, cx)]

    def x_Assign(self: Interp, stmt: ir.Assign, st: State, cx: Cx) -> Ends:
        done: Ends = []
        for s, value in self.ev(stmt.value, st, cx):
            if isinstance(value, Thrown):
                done.append((s, Raise(value.exc)))
                continue
            going: Ends = [(s, None)]
            for target in stmt.targets:
                going = [e for g, c in going for e in (self.assign(target, value, g, cx) if c is None else [(g, c)])]
            done.extend(going)
        return done

    def x_AnnAssign(self: Interp, stmt: ir.AnnAssign, st: State, cx: Cx) -> Ends:
        if stmt.value is None:
            return [(st, None)]
        return self.x_Assign(ir.Assign(stmt.n, [stmt.target], stmt.value), st, cx)

    def x_AugAssign(self: Interp, stmt: ir.AugAssign, st: State, cx: Cx) -> Ends:
        return self.x_Assign(ir.Assign(stmt.n, [stmt.target], ir.Bin(stmt.n, stmt.op, stmt.target, stmt.value)), st, cx)

    def assign(self: Interp, target: ir.Expr, value: Value, st: State, cx: Cx) -> Ends:
        """Bind a target."""
        match target:
            case ir.Name(id=name):
                frame = self.scope_of(name, st, cx)
                st.set(frame, name, value)
                return [(st, None)]
            case ir.Attr(value=owner, attr=attr):
                done: Ends = []
                for s, recv in self.ev(owner, st, cx):
                    if isinstance(recv, Thrown):
                        done.append((s, Raise(recv.exc)))
                        continue
                    for part, one in self.by_part(s, recv):
                        self.set_attr(part, one, attr, value, (cx.module, target.n))
                        done.append((part, None))
                return done
            case ir.Sub(value=owner, index=index):
                done = []
                for s, pair in self.ev_many([owner, index], st, cx):
                    if isinstance(pair, Thrown):
                        done.append((s, Raise(pair.exc)))
                    else:
                        self.set_item(s, pair[0], pair[1], value, (cx.module, target.n))
                        done.append((s, None))
                return done
            case ir.Seq(items=items):
                return self.unpack(items, value, st, cx)
            case ir.Star(value=inner):
                return self.assign(inner, value, st, cx)
        return [(st, None)]

    def scope_of(self: Interp, name: str, st: State, cx: Cx) -> int:
        """The frame that an assignment to a name writes: the local one unless declared global or nonlocal."""
        declared = self.globals_of(cx.func)
        if name in declared:
            frame = self.parents.get(cx.frame)
            while frame is not None:
                if st.get(frame, name) is not None or self.globals.get(frame, name) is not None:
                    return frame
                frame = self.parents.get(frame)
        return cx.frame

    def globals_of(self: Interp, func: ir.FunctionDef | None) -> frozenset[str]:
        """Names that a function declares global or nonlocal."""
        if func is None:
            return frozenset()
        return frozenset(n for s in func.body if isinstance(s, ir.Global) for n in s.names)

    def unpack(self: Interp, items: list[ir.Expr], value: Value, st: State, cx: Cx) -> Ends:
        """`a, b = value`."""
        done: Ends = []
        for s, one in self.by_part(st, value):
            found = self.unpacked(s, one, len(items), any(isinstance(i, ir.Star) for i in items), items)
            going: Ends = [(s, None)]
            for item, part in zip(items, found, strict=True):
                going = [e for g, c in going for e in (self.assign(item, part, g, cx) if c is None else [(g, c)])]
            done.extend(going)
        return done

    def unpacked(self: Interp, st: State, value: Value, count: int, starred: bool, items: list[ir.Expr]) -> list[Value]:
        """The values that unpacking gives; unknown ones where the length isn't known."""
        known, more = self.items_of(st, value)
        if known is not None and not more:
            if not starred and len(known) == count:
                return list(known)
            if starred and len(known) >= count - 1:
                place = next(i for i, item in enumerate(items) if isinstance(item, ir.Star))
                rest = len(known) - (count - 1)
                middle = self.alloc(st, ListObj(tuple(known[place : place + rest])))
                return [*known[:place], middle, *known[place + rest :]]
        return [Unk(("item", key_of(value), i), field=None, taint=tainted(value)) for i in range(count)]

    def x_Return(self: Interp, stmt: ir.Return, st: State, cx: Cx) -> Ends:
        if stmt.value is None:
            return [(st, Return(NONE))]
        found = self.ev(stmt.value, st, cx)
        for s, v in found:
            if cx.func is not None and not isinstance(v, Thrown) and s.sent:
                s.note("return", (cx.module, stmt.n), "root" if len(self.stack) == 1 else "")
        return [(s, Raise(v.exc) if isinstance(v, Thrown) else Return(v)) for s, v in found]

    def x_Raise(self: Interp, stmt: ir.Raise, st: State, cx: Cx) -> Ends:
        site = (cx.module, stmt.n)
        if stmt.exc is None:
            exc = st.handled[-1] if st.handled else Unk(("reraise", site))
            st.note("raise", site, "again")
            return [(st, Raise(exc))]
        done: Ends = []
        for s, value in self.ev(stmt.exc, st, cx):
            if isinstance(value, Thrown):
                done.append((s, Raise(value.exc)))
                continue
            for part, one in self.by_part(s, value):
                for state, exc in self.as_exception(part, one, site, cx):
                    self.chain(state, exc, stmt, cx)
                    state.note("raise", site)
                    done.append((state, Raise(exc)))
        return done

    def as_exception(self: Interp, st: State, value: Value, site: Any, cx: Cx) -> list[tuple[State, Value]]:
        """`raise Class` makes an instance; raising what is no exception is a TypeError."""
        if isinstance(value, (Cls, Ext)):
            found = self.call(value, [], [], st, cx, site)
            return [(s, v.exc if isinstance(v, Thrown) else v) for s, v in found]
        if isinstance(value, Const):
            return [(st, self.throw(st, "builtins.TypeError", site).exc)]
        return [(st, value)]

    def chain(self: Interp, st: State, exc: Value, stmt: ir.Raise, cx: Cx) -> None:
        """`raise new from old` keeps the old one in reach as __cause__."""
        cause: Value | None = None
        if stmt.cause is not None and not (isinstance(stmt.cause, ir.Const) and stmt.cause.value is None):
            for _, value in self.ev(stmt.cause, st.fork(), cx):
                cause = value
        if cause is not None and isinstance(exc, Ref) and isinstance(found := self.obj(st, exc), Inst):
            st.heap[exc.id] = Inst(found.cls, {**found.attrs, "__cause__": cause}, found.args)

    def x_Assert(self: Interp, stmt: ir.Assert, st: State, cx: Cx) -> Ends:
        done: Ends = []
        for s, ok in self.branch(stmt.test, st, cx):
            if isinstance(ok, Thrown):
                done.append((s, Raise(ok.exc)))
            elif ok:
                done.append((s, None))
            else:
                done.append((s, Raise(self.throw(s, "builtins.AssertionError", (cx.module, stmt.n)).exc)))
        return done

    def x_Delete(self: Interp, stmt: ir.Delete, st: State, cx: Cx) -> Ends:
        return [(st, None)]

    def x_Break(self: Interp, stmt: ir.Break, st: State, cx: Cx) -> Ends:
        return [(st, BREAK)]

    def x_Continue(self: Interp, stmt: ir.Continue, st: State, cx: Cx) -> Ends:
        return [(st, CONTINUE)]

    # --- definitions and imports

    def x_FunctionDef(self: Interp, stmt: ir.FunctionDef, st: State, cx: Cx) -> Ends:
        value: Value = Func(cx.module, stmt, cx.frame, owner=cx.owner)
        for decorator in reversed(stmt.decorators):
            value = self.decorated(decorator, value, st, cx)
        st.set(cx.frame, stmt.name, value)
        return [(st, None)]

    def decorated(self: Interp, decorator: ir.Expr, value: Value, st: State, cx: Cx) -> Value:
        """A function or class after one decorator; an unknown decorator leaves it as it is."""
        site = (cx.module, decorator.n)
        found = self.ev(decorator, st, cx)
        func = found[0][1] if found else None
        if func is None or isinstance(func, Thrown):
            return value
        if isinstance(func, (Unk, Made)) and not self.is_layer(func):
            return value
        result = self.call(func, [value], [], st, cx, site)
        if len(result) == 1 and (not isinstance(result[0][1], (Thrown, Unk, Made)) or _descriptor(result[0][1])):
            state, made = result[0]
            if state is not st:
                st.frames, st.heap = state.frames, state.heap
            return made
        return value

    def x_ClassDef(self: Interp, stmt: ir.ClassDef, st: State, cx: Cx) -> Ends:
        bases = tuple(v for b in stmt.bases for _, v in self.ev(b, st, cx)[:1] if not isinstance(v, Thrown))
        info = ClassInfo(cx.module, stmt, stmt.name, bases)
        frame = self.new_frame(cx.frame)
        info.frame = frame
        from .interp import Cx as Context

        inner = Context(cx.module, frame, None, info)
        for item in stmt.body:
            if isinstance(item, ir.AnnAssign) and isinstance(item.target, ir.Name) and not _class_var(item.annotation):
                info.fields.append((item.target.id, item.annotation, item.value))
            ends = self.exec_stmt(item, st, inner)
            if ends and ends[0][0] is not st:
                st.frames, st.heap = ends[0][0].frames, ends[0][0].heap
        info.attrs = dict(st.frames.get(frame, {}))
        value: Value = Cls(info)
        info.dataclass = any(
            (isinstance(v, Ext) and _dataclass(v.name)) or (isinstance(v, Made) and _dataclass(v.name))
            for d in stmt.decorators
            for _, v in self.ev(d, st, cx)[:1]
        )
        if info.is_enum():
            self.make_members(info, st)
        st.set(cx.frame, stmt.name, value)
        return [(st, None)]

    def make_members(self: Interp, info: ClassInfo, st: State) -> None:
        """Turn an enum's plain attributes into members."""
        auto = 0
        for name, value in list(info.attrs.items()):
            if name.startswith("_") or isinstance(value, (Func, Ext, Cls)):
                continue
            if isinstance(value, Made) and value.name.endswith("auto"):
                auto += 1
                value = Const(name.lower()) if "enum.StrEnum" in info.outside() else Const(auto)
            if isinstance(value, (Const, Tup, Unk, Ref)):
                info.attrs[name] = self.alloc(
                    st, Inst(Cls(info), {"value": value, "_value_": value, "name": Const(name)})
                )

    def x_Import(self: Interp, stmt: ir.Import, st: State, cx: Cx) -> Ends:
        for name, alias in stmt.names:
            path = self.resolver.absolute(cx.module, name)
            first = name.split(".")[0]
            if path is None:
                st.set(cx.frame, alias or first, Ext(name if alias else first))
            elif alias or "." not in name:
                st.set(cx.frame, alias or name, Mod(path))
            else:
                top = self.resolver.absolute(cx.module, first)
                st.set(cx.frame, first, Mod(top) if top else Ext(first))
        return [(st, None)]

    def x_ImportFrom(self: Interp, stmt: ir.ImportFrom, st: State, cx: Cx) -> Ends:
        if stmt.level:
            path = self.resolver.relative(cx.module, stmt.level, stmt.module)
        else:
            path = self.resolver.absolute(cx.module, stmt.module)
        if not stmt.names and path is not None and not path.endswith("/"):
            frame = self.module_frame(path)
            for name, value in self.globals.frames.get(frame, {}).items():
                if not name.startswith("_"):
                    st.set(cx.frame, name, value)
        for name, alias in stmt.names:
            value = self.member_of(path, name) if path is not None else None
            if value is None and path is not None and (sub := self.resolver.submodule(path, name)):
                value = Mod(sub)
            if value is None:
                value = Ext(f"{stmt.module}.{name}") if path is None else Unk(("import", path, name))
            st.set(cx.frame, alias or name, value)
        return [(st, None)]

    # --- branches

    def branch(self: Interp, test: ir.Expr, st: State, cx: Cx) -> list[tuple[State, Any]]:
        """A condition → (state, True | False | Thrown). Short-circuits fork where they must."""
        site = (cx.module, test.n)
        if isinstance(test, ir.Unary) and test.op == "not":
            return [(s, v if isinstance(v, Thrown) else not v) for s, v in self.branch(test.operand, st, cx)]
        if isinstance(test, ir.Bool):
            results: list[tuple[State, Any]] = []
            stop = test.op == "or"
            for s, left in self.branch(test.left, st, cx):
                if isinstance(left, Thrown) or left is stop:
                    results.append((s, left))
                else:
                    results.extend(self.branch(test.right, s, cx))
            return results
        found: list[tuple[State, Any]] = []
        for s, value in self.ev(test, st, cx):
            if isinstance(value, Thrown):
                found.append((s, value))
            else:
                found.extend(self.choose(s, value, site))
        return found

    def choose(self: Interp, st: State, value: Value, site: Any) -> list[tuple[State, bool]]:
        """Fork on a value's truth."""
        yes = no = maybe = 0
        open_keys: set[Any] = set()
        for mask, part in parts(value, st.mask):
            known = self.truth_of(st, part)
            if known is None:
                key = _lasting(part)
                known = st.assumed.get(key) if key is not None else None
                if known is None:
                    open_keys.add(key)
            if known is None:
                maybe |= mask
            elif known:
                yes |= mask
            else:
                no |= mask
        depends = isinstance(value, Split)
        if not maybe:
            if not no or not yes:
                if field_of(value) or depends:
                    st.note("branch", site, "true" if yes else "false")
                elif st.sent:
                    st.note("test", site)
                return [(st, bool(yes))]
            found: list[tuple[State, bool]] = []
            for mask, answer in ((yes, True), (no, False)):
                state = st.fork(mask)
                state.note("branch", site, "true" if answer else "false")
                found.append((state, answer))
            return found
        found = []
        doubtful = any(tainted(v) for m, v in parts(value, st.mask) if m & maybe)
        for mask, answer in ((yes | maybe, True), (no | maybe, False)):
            if not mask:
                continue
            if mask & maybe and mask & ~maybe:
                sure = st.fork(mask & ~maybe)
                sure.note("branch", site, str(answer).lower())
                found.append((sure, answer))
                mask &= maybe
            state = st.fork(mask)
            state.forks += 1
            if mask & maybe and len(open_keys) == 1 and (key := next(iter(open_keys))) is not None:
                # The same unknown is the same whenever it is asked again on this path.
                state.assumed = {**state.assumed, key: answer}
            if mask & maybe and doubtful:
                state.certain = False
                state.reasons = (*state.reasons, site)
            if depends or doubtful:
                state.note("branch", site, str(answer).lower())
            found.append((state, answer))
        return found

    def truth_of(self: Interp, st: State, value: Value) -> bool | None:
        """Truth of one part, looking into the heap."""
        if isinstance(value, Ref):
            match self.obj(st, value):
                case ListObj(items, more):
                    return True if items else (None if more else False)
                case DictObj(items, more):
                    return True if items else (None if more else False)
                case Inst(cls=Cls(info), attrs=attrs):
                    if info.is_enum() and {"str", "int"} & {n.rsplit(".", 1)[-1] for n in info.outside()}:
                        return truth(attrs.get("value", NONE))
                    return None if info.lookup("__bool__") or info.lookup("__len__") else True
                case _:
                    return True
        if isinstance(value, JsonVal):
            info = self.replies[value.reply]
            if info.domain is None or info.ok:
                return None if value.pointer else True
        return truth(value)

    def x_If(self: Interp, stmt: ir.If, st: State, cx: Cx) -> Ends:
        done: Ends = []
        self.would(_elifs(stmt), st, cx)
        for s, answer in self.tested(stmt, st, cx, st):
            if isinstance(answer, Thrown):
                done.append((s, Raise(answer.exc)))
            else:
                done.extend(
                    self.exec_block(stmt.body if answer else stmt.orelse, s, cx)
                    if (stmt.body if answer else stmt.orelse)
                    else [(s, None)]
                )
        return done

    def would(self: Interp, chain: list[ir.If], st: State, cx: Cx) -> None:
        """For each branch of a chain, the points that would take it were the branches before it not there; only where
        the branches before it look at the same fields."""
        if st.target is None or len(chain) < 2 or id(chain[1]) in self.chained:
            return
        looked, before = self.facts.looked, set[str]()
        for branch in chain:
            self.chained.add(id(branch))
            self.facts.looked = set()
            hits = 0
            for s, answer in self.branch(branch.test, st.fork(), cx):
                if answer is True and s.certain:
                    hits |= s.mask
            test = self.facts.tests.setdefault((cx.module, branch.n), _test(self, st))
            if self.facts.looked and self.facts.looked <= before:
                test.would |= hits
            before |= self.facts.looked
        self.facts.looked = looked | before
        for branch in chain:
            self.chained.discard(id(branch))

    def tested(self: Interp, stmt: ir.If, st: State, cx: Cx, whole: State) -> list[tuple[State, Any]]:
        """An if's condition, with the note of which points came and which took it."""
        seen = st.mask
        found = self.branch(stmt.test, st, cx)
        if st.target is not None:
            test = self.facts.tests.setdefault((cx.module, stmt.n), _test(self, st))
            test.seen |= seen
            for s, answer in found:
                if answer is True:
                    test.taken |= s.mask
                    test.unsure = test.unsure or not s.certain
        return found

    def x_Match(self: Interp, stmt: ir.Match, st: State, cx: Cx) -> Ends:
        done: Ends = []
        for s, value in self.ev(stmt.subject, st, cx):
            if isinstance(value, Thrown):
                done.append((s, Raise(value.exc)))
                continue
            going = [s]
            self.would_match(stmt, value, s, cx)
            for case in stmt.cases:
                left: list[State] = []
                for state in going:
                    seen = state.mask
                    for matched, ok in self.match(case.pattern, value, state, cx):
                        if ok and case.guard is not None:
                            for guarded, answer in self.branch(case.guard, matched, cx):
                                if answer is True:
                                    self.took(case, seen, guarded, cx)
                                    done.extend(self.exec_block(case.body, guarded, cx))
                                elif isinstance(answer, Thrown):
                                    done.append((guarded, Raise(answer.exc)))
                                else:
                                    left.append(guarded)
                        elif ok:
                            self.took(case, seen, matched, cx)
                            done.extend(self.exec_block(case.body, matched, cx) if case.body else [(matched, None)])
                        else:
                            left.append(matched)
                going = self.merge(left)
            done.extend((g, None) for g in going)
        return done

    def would_match(self: Interp, stmt: ir.Match, value: Value, st: State, cx: Cx) -> None:
        """For each case but a catch-all, the points that would take it were the cases before it not there."""
        if st.target is None:
            return
        for case in stmt.cases:
            if case.pattern.kind == "capture" and case.guard is None:
                continue
            hits = 0
            for s, ok in self.match(case.pattern, value, st.fork(), cx):
                if ok and case.guard is None and s.certain:
                    hits |= s.mask
                elif ok and case.guard is not None:
                    for guarded, answer in self.branch(case.guard, s, cx):
                        hits |= guarded.mask if answer is True and guarded.certain else 0
            test = self.facts.tests.setdefault((cx.module, case.pattern.n), _test(self, st))
            test.would |= hits

    def took(self: Interp, case: ir.MatchCase, seen: int, st: State, cx: Cx) -> None:
        """Note that points took a match case."""
        if st.target is not None:
            test = self.facts.tests.setdefault((cx.module, case.pattern.n), _test(self, st))
            test.seen |= seen
            test.taken |= st.mask
            if case.pattern.kind != "capture":
                st.note("branch", (cx.module, case.pattern.n), "case")

    def match(self: Interp, pattern: ir.Pattern, value: Value, st: State, cx: Cx) -> list[tuple[State, bool]]:
        """A pattern against a value."""
        site = (cx.module, pattern.n)
        match pattern.kind:
            case "capture":
                if pattern.name:
                    st.set(cx.frame, pattern.name, value)
                return [(st, True)]
            case "as":
                found = self.match(pattern.parts[0], value, st, cx)
                for s, ok in found:
                    if ok and pattern.name:
                        s.set(cx.frame, pattern.name, value)
                return found
            case "or":
                done: list[tuple[State, bool]] = []
                going = [st]
                for part in pattern.parts:
                    left: list[State] = []
                    for state in going:
                        for s, ok in self.match(part, value, state, cx):
                            (done.append((s, True)) if ok else left.append(s))
                    going = left
                return done + [(s, False) for s in going]
            case "value":
                assert pattern.value is not None
                results: list[tuple[State, bool]] = []
                for s, literal in self.ev(pattern.value, st, cx):
                    if not isinstance(literal, Thrown):
                        for part, same in self.compared("==", value, literal, s, site):
                            results.extend(self.choose(part, same, site) if not isinstance(same, Thrown) else [])
                return results
            case "sequence":
                return self.match_all(st, pattern.parts, lambda s: self.sequence_parts(s, value, pattern), cx)
            case "mapping":
                return self.match_mapping(pattern, value, st, cx)
            case "class":
                return self.match_class(pattern, value, st, cx)
        return [(st, True)]

    def sequence_parts(self: Interp, st: State, value: Value, pattern: ir.Pattern) -> list[Value] | None:
        """The items that a sequence pattern's parts see, None if it can't match."""
        known, more = self.items_of(st, value)
        if known is None or more:
            return [Unk(("item", key_of(value), i), taint=tainted(value)) for i in range(len(pattern.parts))]
        if any(p.kind == "star" for p in pattern.parts):
            return [Unk(("item", key_of(value), i), taint=tainted(value)) for i in range(len(pattern.parts))]
        return list(known) if len(known) == len(pattern.parts) else None

    def match_all(self: Interp, st: State, patterns: list[ir.Pattern], values: Any, cx: Cx) -> list[tuple[State, bool]]:
        """All parts must match; the first that doesn't ends it."""
        found = values(st)
        if found is None:
            return [(st, False)]
        done: list[tuple[State, bool]] = []
        going = [st]
        for pattern, value in zip(patterns, found, strict=True):
            after: list[State] = []
            for state in going:
                for s, ok in self.match(pattern, value, state, cx):
                    (after.append(s) if ok else done.append((s, False)))
            going = after
        return done + [(s, True) for s in going]

    def match_mapping(self: Interp, pattern: ir.Pattern, value: Value, st: State, cx: Cx) -> list[tuple[State, bool]]:
        """`{"code": 200}` against a body or a dict."""
        done: list[tuple[State, bool]] = []
        going: list[State] = [st]
        for key_expr, part in zip(pattern.keys, pattern.parts, strict=True):
            after: list[State] = []
            for state in going:
                for s, key in self.ev(key_expr, state, cx):
                    for found_state, item in self.item(s, value, key, (cx.module, pattern.n), ABSENT):
                        for piece, one in self.by_part(found_state, item):
                            if one is ABSENT or isinstance(one, Thrown):
                                done.append((piece, False))
                                continue
                            for m, ok in self.match(part, one, piece, cx):
                                (after.append(m) if ok else done.append((m, False)))
            going = after
        if pattern.name:
            for state in going:
                state.set(cx.frame, pattern.name, Unk(("rest", key_of(value)), "dict", taint=tainted(value)))
        return done + [(s, True) for s in going]

    def match_class(self: Interp, pattern: ir.Pattern, value: Value, st: State, cx: Cx) -> list[tuple[State, bool]]:
        """`int(code)`, `str()`, `Error(code=x)`."""
        assert pattern.value is not None
        done: list[tuple[State, bool]] = []
        for s, cls in self.ev(pattern.value, st, cx):
            for part, one in self.by_part(s, value):
                known = self.is_instance(part, one, cls)
                chosen = (
                    [(part, known)]
                    if known is not None
                    else self.choose(
                        part, Unk(("isinstance", key_of(one), key_of(cls)), taint=tainted(one)), (cx.module, pattern.n)
                    )
                )
                for state, ok in chosen:
                    if not ok:
                        done.append((state, False))
                        continue
                    values: list[Value] = []
                    for key in pattern.keys:
                        if key is None:
                            values.append(one)
                        else:
                            read = self.attr(one, key, state, cx, (cx.module, pattern.n))
                            values.append(
                                read[0][1]
                                if read and not isinstance(read[0][1], Thrown)
                                else Unk(("attr", key_of(one), key))
                            )
                    done.extend(self.match_all(state, pattern.parts, lambda _, v=values: v, cx))
        return done

    # --- loops

    def x_While(self: Interp, stmt: ir.While, st: State, cx: Cx) -> Ends:
        site = (cx.module, stmt.n)
        done: Ends = []
        going = [st]
        history: dict[int, list[Any]] = {}
        for iteration in range(1, CONCRETE + 3):
            entered: list[State] = []
            for state in going:
                state.layers = (*(x for x in state.layers if x[1] != site), ("loop", site, iteration))
                for s, answer in self.branch(stmt.test, state, cx):
                    if isinstance(answer, Thrown):
                        done.append((self.leave(s, site), Raise(answer.exc)))
                    elif answer:
                        entered.append(s)
                    else:
                        done.extend(self.exec_block(stmt.orelse, self.leave(s, site), cx))
            going = self.iterate(stmt.body, entered, cx, site, done)
            going = self.watch(going, history, site, iteration)
            if not going:
                return done
            if iteration == CONCRETE:
                going = [self.jump(s, history) for s in going]
        for state in going:
            self.endless.append((self.leave(state, site), site))
        return done

    def iterate(self: Interp, body: list[ir.Stmt], entered: list[State], cx: Cx, site: Any, done: Ends) -> list[State]:
        """Run a loop's body once; what breaks, returns or raises goes to `done`, the rest goes round again."""
        again: list[State] = []
        for state in self.merge(entered):
            for s, comp in self.exec_block(body, state, cx) if body else [(state, None)]:
                if comp is None or comp is CONTINUE:
                    again.append(s)
                elif comp is BREAK:
                    done.append((self.leave(s, site), None))
                else:
                    done.append((self.leave(s, site), comp))
        return self.merge(again)

    def leave(self: Interp, st: State, site: Any) -> State:
        """Forget a loop's layer on the way out."""
        st.layers = tuple(x for x in st.layers if x[1] != site)
        return st

    def watch(
        self: Interp, states: list[State], history: dict[int, list[Any]], site: Any, iteration: int
    ) -> list[State]:
        """Take out the states that have come round unchanged: they never end."""
        going: list[State] = []
        for state in states:
            if self.idles(state, site):
                continue
            frozen = (_frames_key(state), _heap_all(state))
            seen = history.setdefault(iteration - 1, [])
            repeated = state.target is not None and state.sent and frozen in (history.get(iteration - 2) or [])
            seen.append(frozen)
            if repeated and iteration > 3:
                self.endless.append((self.leave(state.fork(), site), site))
            else:
                going.append(state)
        return going

    def idles(self: Interp, st: State, site: Any) -> bool:
        """Whether a path has only gone round on unknown conditions for three turns without asking the target again: the
        turns to come tell no more than those before."""
        forks, sent, turns = st.idle.get(site, (-1, -1, 0))
        turns = turns + 1 if st.forks > forks and len(st.sent) == sent else 0
        st.idle = {**st.idle, site: (st.forks, len(st.sent), turns)}
        return turns >= 3

    def jump(self: Interp, st: State, history: dict[int, list[Any]]) -> State:
        """Send what counts to infinity, once: a loop that ends then is bounded, one that doesn't is endless."""
        earlier = history.get(CONCRETE - 4) or []
        before = {(f, k): v for frozen in earlier[:1] for f, items in frozen[0] for k, v in items}
        for frame, variables in list(st.frames.items()):
            changed = dict(variables)
            for name, value in variables.items():
                old = before.get((frame, name))
                if isinstance(value, Const) and isinstance(value.v, (int, float)) and not isinstance(value.v, bool):
                    if isinstance(old, tuple) and len(old) == 3 and old[2] != value.v and value.field is None:
                        changed[name] = Const(10**6 if value.v > old[2] else -(10**6))
            st.frames[frame] = changed
        st.clock += 10.0**7
        st.unsure = True
        return st

    def x_For(self: Interp, stmt: ir.For, st: State, cx: Cx) -> Ends:
        done: Ends = []
        for s, source in self.ev(stmt.iter, st, cx):
            if isinstance(source, Thrown):
                done.append((s, Raise(source.exc)))
                continue
            for part, one in self.by_part(s, source):
                done.extend(self.loop_over(stmt, one, part, cx))
        return done

    def loop_over(self: Interp, stmt: ir.For, source: Value, st: State, cx: Cx) -> Ends:
        """A for loop over one value."""
        site = (cx.module, stmt.n)
        driver = self.loop_driver(source)
        if driver is not None:
            return driver(self, stmt, source, st, cx)
        if isinstance(source, Made) and source.name == "generator" and len(source.args) == 1:
            return self.loop_generator(stmt, source, st, cx)
        known, more = self.items_of(st, source)
        endless = isinstance(source, Made) and source.name in ("itertools.count", "itertools.repeat", "itertools.cycle")
        items: list[Value]
        if known is not None:
            items = list(known)
            if len(items) > CONCRETE + 1:
                items = [*items[:CONCRETE], items[-1]]
        else:
            taint = tainted(source)
            items = [
                Unk(("item", key_of(source), i), taint=taint) for i in range(CONCRETE if endless else UNKNOWN_ITEMS)
            ]
            if isinstance(source, Made) and source.name == "itertools.count":
                start = source.args[0] if source.args else Const(0)
                items = [Const(start.v + i) for i in range(CONCRETE)] if isinstance(start, Const) else items
                items.append(Const(10**6))
            if isinstance(source, (Unk, Made)) and _is_range(source):
                items = [*(Const(i) for i in range(3)), Unk(("last", key_of(source)), "int")]
                # The last pass of an unknown bound: `attempt == tries - 1` may then be true.
            elif isinstance(source, Made) and source.name == "builtins.enumerate" and source.args:
                items = [Tup((Const(i), Unk(("item", key_of(source), i), taint=taint))) for i in range(UNKNOWN_ITEMS)]
        done: Ends = []
        going = [st]
        unsure = (known is None and not endless) or more
        for iteration, item in enumerate(items, 1):
            entered: list[State] = []
            for state in going:
                if unsure:
                    done.extend(
                        self.exec_block(stmt.orelse, self.leave(state.fork(), site), cx)
                        if stmt.orelse
                        else [(self.leave(state.fork(), site), None)]
                    )
                state.layers = (*(x for x in state.layers if x[1] != site), ("loop", site, iteration))
                for s, comp in self.assign(stmt.target, item, state, cx):
                    (entered.append(s) if comp is None else done.append((s, comp)))
            going = self.iterate(stmt.body, entered, cx, site, done)
        for state in going:
            if endless:
                self.endless.append((self.leave(state, site), site))
            else:
                done.extend(
                    self.exec_block(stmt.orelse, self.leave(state, site), cx)
                    if stmt.orelse
                    else [(self.leave(state, site), None)]
                )
        return done

    def loop_generator(self: Interp, stmt: ir.For, source: Made, st: State, cx: Cx) -> Ends:
        """`for x in generator()`: the body runs at each yield."""
        site = (cx.module, stmt.n)
        done: Ends = []

        def hook(s: State, value: Value) -> list[tuple[State, Value]]:
            results: list[tuple[State, Value]] = []
            for bound, comp in self.assign(stmt.target, value, s, cx):
                if comp is not None:
                    results.append((bound, Thrown(Escape(comp))))
                    continue
                for end, inner in self.exec_block(stmt.body, bound, cx) if stmt.body else [(bound, None)]:
                    if inner is None or inner is CONTINUE:
                        results.append((end, NONE))
                    elif isinstance(inner, Raise):
                        results.append((end, Thrown(Escape(inner))))
                    else:
                        results.append((end, Thrown(Escape(inner))))
            return results

        for s, value in self.run_generator(source, st, hook, (cx.module, stmt.n)):
            if isinstance(value, Thrown) and isinstance(value.exc, Escape):
                comp = value.exc.comp
                done.append((self.leave(s, site), None if comp is BREAK else comp))
            elif isinstance(value, Thrown):
                done.append((s, Raise(value.exc)))
            else:
                done.extend(self.exec_block(stmt.orelse, s, cx) if stmt.orelse else [(s, None)])
        return done

    # --- try and with

    def x_Try(self: Interp, stmt: ir.Try, st: State, cx: Cx) -> Ends:
        ends: Ends = []
        for s, comp in self.exec_block(stmt.body, st, cx):
            if isinstance(comp, Raise) and not isinstance(comp.exc, Escape):
                ends.extend(self.handle(stmt, comp.exc, s, cx))
            elif comp is None and stmt.orelse:
                ends.extend(self.exec_block(stmt.orelse, s, cx))
            else:
                ends.append((s, comp))
        if not stmt.final:
            return ends
        done: Ends = []
        for s, comp in ends:
            for end, last in self.exec_block(stmt.final, s, cx):
                done.append((end, comp if last is None else last))
        return done

    def handle(self: Interp, stmt: ir.Try, exc: Value, st: State, cx: Cx) -> Ends:
        """Give a raised exception to the handlers in order."""
        done: Ends = []
        going = [st]
        self.shadowed(stmt, exc, st, cx)
        for handler in stmt.handlers:
            left: list[State] = []
            for state in going:
                for s, caught in self.caught_by(handler, exc, state, cx):
                    if caught:
                        done.extend(self.run_handler(handler, exc, s, cx))
                    else:
                        left.append(s)
            going = left
            if not going:
                break
        return done + [(s, Raise(exc)) for s in going]

    def shadowed(self: Interp, stmt: ir.Try, exc: Value, st: State, cx: Cx) -> None:
        """Note the points of a handler whose class an earlier handler's class takes in."""
        if st.target is None:
            return
        earlier: list[Value] = []
        for handler in stmt.handlers:
            if handler.type is None:
                return
            found = self.ev(handler.type, st.fork(), cx)
            types = found[0][1] if found else NONE
            if isinstance(types, Cls) and any(e in _bases(types) for e in earlier) and self.catches(st, exc, types):
                test = self.facts.tests.setdefault((cx.module, handler.n), _test(self, st))
                test.would |= st.mask
            known, _ = self.items_of(st, types) if isinstance(types, (Tup, Ref)) else ([types], False)
            earlier.extend(known or [])

    def caught_by(self: Interp, handler: ir.Handler, exc: Value, st: State, cx: Cx) -> list[tuple[State, bool]]:
        """Whether a handler takes an exception; an unknown type forks."""
        if handler.type is None:
            return [(st, True)]
        found: list[tuple[State, bool]] = []
        for s, types in self.ev(handler.type, st, cx):
            known = self.catches(s, exc, types)
            if known is None:
                other = s.fork()
                s.certain = other.certain = False
                found += [(s, True), (other, False)]
            else:
                found.append((s, known))
        return found

    def catches(self: Interp, st: State, exc: Value, types: Value) -> bool | None:
        """Whether an `except types` takes the exception; None if it can't be told."""
        if isinstance(types, (Tup, Ref)) and not isinstance(types, Cls):
            items, more = self.items_of(st, types)
            if items is None:
                return None
            answers = [self.catches(st, exc, t) for t in items]
            return True if True in answers else (None if None in answers or more else False)
        names = self.exception_names(st, exc)
        if names is None:
            if isinstance(types, Ext) and types.name in ("builtins.Exception", "builtins.BaseException"):
                return True
            return None
        if isinstance(types, Cls):
            return types.info in names
        if isinstance(types, Ext):
            return canonical(types.name) in names
        return None

    def exception_names(self: Interp, st: State, exc: Value) -> set[Any] | None:
        """The classes that an exception is an instance of: project classes, and names of outside ones."""
        if isinstance(exc, Ref) and isinstance(found := self.obj(st, exc), Inst):
            if isinstance(found.cls, Cls):
                names: set[Any] = set()
                for cls in found.cls.info.mro():
                    names |= {cls} if isinstance(cls, ClassInfo) else ancestors(cls)
                return names | {"builtins.BaseException"}
            if isinstance(found.cls, Ext):
                return set(ancestors(found.cls.name))
        if isinstance(exc, Made):
            return set(ancestors(exc.name))
        return None

    def run_handler(self: Interp, handler: ir.Handler, exc: Value, st: State, cx: Cx) -> Ends:
        """Run a handler's body with the exception at hand."""
        st.note("catch", (cx.module, handler.n))
        st.handled = (*st.handled, exc)
        if handler.name:
            st.set(cx.frame, handler.name, exc)
        done: Ends = []
        for s, comp in self.exec_block(handler.body, st, cx) if handler.body else [(st, None)]:
            s.handled = s.handled[:-1]
            done.append((s, comp))
        return done

    def x_With(self: Interp, stmt: ir.With, st: State, cx: Cx) -> Ends:
        return self.with_items(stmt, 0, st, cx)

    def with_items(self: Interp, stmt: ir.With, index: int, st: State, cx: Cx) -> Ends:
        """Enter the items one by one, then run the body."""
        if index == len(stmt.items):
            return self.exec_block(stmt.body, st, cx) if stmt.body else [(st, None)]
        expr, target = stmt.items[index]
        done: Ends = []
        for s, manager in self.ev(expr, st, cx):
            if isinstance(manager, Thrown):
                done.append((s, Raise(manager.exc)))
                continue
            for part, one in self.by_part(s, manager):
                done.extend(self.enter(stmt, index, one, target, part, cx))
        return done

    def enter(
        self: Interp, stmt: ir.With, index: int, manager: Value, target: ir.Expr | None, st: State, cx: Cx
    ) -> Ends:
        """One context manager."""
        site = (cx.module, stmt.n)

        def inside(s: State, value: Value) -> Ends:
            ends: Ends = [(s, None)] if target is None else self.assign(target, value, s, cx)
            return [e for g, c in ends for e in (self.with_items(stmt, index + 1, g, cx) if c is None else [(g, c)])]

        if isinstance(manager, Made) and manager.name == "generator":
            return self.enter_generator(manager, inside, st, site)
        if isinstance(manager, Made) and manager.name == "contextlib.suppress":
            return self.suppress(manager, inside(st, NONE), cx, site)
        if (
            isinstance(manager, Ref)
            and isinstance(found := self.obj(st, manager), Inst)
            and found.cls == Ext("tenacity.AttemptManager")
        ):
            return self.attempt(manager, inside(st, manager))
        if isinstance(manager, Ref) and isinstance(found := self.obj(st, manager), Inst) and isinstance(found.cls, Cls):
            if found.cls.info.lookup("__enter__") or found.cls.info.lookup("__aenter__"):
                return self.enter_object(manager, inside, st, cx, site)
        return inside(st, manager)

    def attempt(self: Interp, manager: Ref, ends: Ends) -> Ends:
        """`with attempt:` of a retry loop keeps what its body raised as the attempt's outcome."""
        done: Ends = []
        for s, comp in ends:
            if isinstance(comp, Raise) and not isinstance(comp.exc, Escape):
                obj = self.obj(s, manager)
                s.heap[manager.id] = Inst(obj.cls, {**obj.attrs, "__outcome__": Thrown(comp.exc)}, obj.args)
                done.append((s, None))
            else:
                done.append((s, comp))
        return done

    def suppress(self: Interp, manager: Made, ends: Ends, cx: Cx, site: Any) -> Ends:
        """contextlib.suppress."""
        done: Ends = []
        for s, comp in ends:
            if isinstance(comp, Raise) and any(self.catches(s, comp.exc, t) for t in manager.args):
                s.note("catch", site)
                done.append((s, None))
            else:
                done.append((s, comp))
        return done

    def enter_generator(self: Interp, manager: Made, inside: Any, st: State, site: Any) -> Ends:
        """@contextmanager: the with body runs at the yield, and what it raises is raised there."""

        def hook(s: State, value: Value) -> list[tuple[State, Value]]:
            results: list[tuple[State, Value]] = []
            for end, comp in inside(s, value):
                if comp is None:
                    results.append((end, NONE))
                elif isinstance(comp, Raise):
                    results.append((end, Thrown(comp.exc)))
                else:
                    results.append((end, Thrown(Escape(comp))))
            return results

        done: Ends = []
        for s, value in self.run_generator(manager, st, hook, site):
            if isinstance(value, Thrown):
                done.append((s, value.exc.comp if isinstance(value.exc, Escape) else Raise(value.exc)))
            else:
                done.append((s, None))
        return done

    def enter_object(self: Interp, manager: Ref, inside: Any, st: State, cx: Cx, site: Any) -> Ends:
        """A project object with __enter__ and __exit__ (or their async forms)."""
        done: Ends = []
        for s, method in self.attr(manager, "__enter__", st, cx, site) or []:
            if isinstance(method, Thrown):
                return self._enter_async(manager, inside, st, cx, site)
            for entered, value in self.call(method, [], [], s, cx, site):
                if isinstance(value, Thrown):
                    done.append((entered, Raise(value.exc)))
                    continue
                for end, comp in inside(entered, value):
                    done.extend(self.exit_object(manager, end, comp, "__exit__", cx, site))
        return done

    def _enter_async(self: Interp, manager: Ref, inside: Any, st: State, cx: Cx, site: Any) -> Ends:
        done: Ends = []
        for s, method in self.attr(manager, "__aenter__", st, cx, site):
            for entered, value in self.call(method, [], [], s, cx, site) if not isinstance(method, Thrown) else []:
                if isinstance(value, Thrown):
                    done.append((entered, Raise(value.exc)))
                    continue
                for end, comp in inside(entered, value):
                    done.extend(self.exit_object(manager, end, comp, "__aexit__", cx, site))
        return done

    def exit_object(self: Interp, manager: Ref, st: State, comp: Any, name: str, cx: Cx, site: Any) -> Ends:
        """Call __exit__; a true result swallows the exception."""
        exc = comp.exc if isinstance(comp, Raise) else NONE
        args: list[Value] = [NONE, NONE, NONE]
        if exc is not NONE:
            found = self.obj(st, exc) if isinstance(exc, Ref) else None
            args = [found.cls if isinstance(found, Inst) else Unk(("type", key_of(exc))), exc, Unk(("traceback",))]
        done: Ends = []
        for s, method in self.attr(manager, name, st, cx, site):
            if isinstance(method, Thrown):
                done.append((s, comp))
                continue
            for end, value in self.call(method, args, [], s, cx, site):
                if isinstance(value, Thrown):
                    done.append((end, Raise(value.exc)))
                elif exc is not NONE:
                    for last, swallowed in self.choose(end, value, site):
                        done.append((last, None if swallowed else comp))
                else:
                    done.append((end, comp))
        return done


def _lasting(value: Value) -> Any:
    """The identity of an unknown whose truth lasts along a path: a part of the reply, a parameter, its attribute."""
    if not isinstance(value, (Unk, Made)):
        return None
    key = key_of(value)
    head = key[0] if isinstance(key, tuple) and key else None
    if tainted(value) or head == "param" or (head == "attr" and isinstance(key[1], tuple) and key[1][:1] == ("param",)):
        return key
    return None


def _heap_key(obj: Any) -> Any:
    match obj:
        case Inst(cls, attrs, args):
            return (cls, tuple(attrs.items()), args)
        case ListObj(items, more, kind):
            return (items, more, kind)
        case DictObj(items, more):
            return (items, more)
    return obj


def _frames_key(st: State) -> Any:
    return tuple((f, tuple((k, key_of(v)) for k, v in vs.items())) for f, vs in sorted(st.frames.items()))


def _heap_all(st: State) -> Any:
    return tuple(
        _heap_key(o) for _, o in sorted(st.heap.items()) if not (isinstance(o, Inst) and "__crash__" in o.attrs)
    )


def _class_var(annotation: ir.Expr) -> bool:
    if isinstance(annotation, ir.Sub):
        annotation = annotation.value
    return (isinstance(annotation, ir.Name) and annotation.id == "ClassVar") or (
        isinstance(annotation, ir.Attr) and annotation.attr == "ClassVar"
    )


def _dataclass(name: str) -> bool:
    return name in (
        "dataclasses.dataclass", "attr.s", "attr.attrs", "attr.define", "attr.frozen", "attrs.define", "attrs.frozen",
        "attrs.mutable", "attr.dataclass", "pydantic.dataclasses.dataclass",
    )  # fmt: skip


def _elifs(stmt: ir.If) -> list[ir.If]:
    """An if and its elifs."""
    chain = [stmt]
    while len(chain[-1].orelse) == 1 and isinstance(inner := chain[-1].orelse[0], ir.If):
        chain.append(inner)
    return chain


def _chain(body: list[ir.Stmt], start: int) -> list[ir.If]:
    """Ifs in a row, all but the last of which leave (return, raise, continue, break) and have no else."""
    chain: list[ir.If] = []
    for stmt in body[start:]:
        if not isinstance(stmt, ir.If) or stmt.orelse:
            break
        chain.append(stmt)
        if not stmt.body or not isinstance(stmt.body[-1], (ir.Return, ir.Raise, ir.Continue, ir.Break)):
            break
    return chain


def _bases(cls: Cls) -> list[Value]:
    """A class's bases, as values, without itself."""
    return [Cls(b) if isinstance(b, ClassInfo) else Ext(b) for b in cls.info.mro()[1:]]


def _descriptor(value: Value) -> bool:
    return isinstance(value, Made) and value.name in ("property", "cached_property", "staticmethod", "classmethod")


def _is_range(value: Value) -> bool:
    return isinstance(value, Made) and value.name == "builtins.range"


def _test(interp: Interp, st: State) -> Any:
    from .facts import Test

    info = interp.replies[st.target[0]] if st.target is not None else None
    return Test(domain=info.domain if info else None)
