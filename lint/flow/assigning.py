"""Assignment: names, attributes, items, unpacking."""

from __future__ import annotations

from collections.abc import Iterator

from .. import ir
from .attributes import Attributes
from .core import Cx
from .ends import Ends, Raise
from .state import Inst, ListObj, State
from .values import (
    Cls,
    Func,
    Made,
    Ref,
    Thrown,
    Unk,
    Value,
    key_of,
    tainted,
)


class Assigning(Attributes):
    """Part of the interpreter."""

    def x_assign(self, stmt: ir.Assign, st: State, cx: Cx) -> Ends:
        done: Ends = []
        if any(_attribute(t) for t in stmt.targets):
            self.kept.update((cx.module, n) for n in _calls(stmt.value))
        for s, value in self.ev(stmt.value, st, cx):
            if isinstance(value, Thrown):
                done.append((s, Raise(value.exc)))
                continue
            going: Ends = [(s, None)]
            for target in stmt.targets:
                going = [e for g, c in going for e in (self.assign(target, value, g, cx) if c is None else [(g, c)])]
            done.extend(going)
        return done

    def x_ann_assign(self, stmt: ir.AnnAssign, st: State, cx: Cx) -> Ends:
        if stmt.value is None:
            return [(st, None)]
        ends = self.x_assign(ir.Assign(stmt.n, [stmt.target], stmt.value), st, cx)
        if isinstance(stmt.annotation, ir.Sub) and isinstance(stmt.value, ir.Call):
            self.of_what(stmt.annotation, stmt.target, ends, cx)
        elif isinstance(stmt.target, ir.Name) and isinstance(stmt.annotation, (ir.Name, ir.Attr)):
            self.as_annotated(stmt.target.id, stmt.annotation, ends, cx)
        return ends

    def as_annotated(self, name: str, annotation: ir.Expr, ends: Ends, cx: Cx) -> None:
        """What a framework keeps for the project (`api: Api = app.extensions["api"]`) is what the variable's
        annotation says."""
        for st, comp in ends:
            value = st.get(cx.frame, name) if comp is None and cx.func is not None else None
            kept = isinstance(value, Made) or (isinstance(value, Unk) and value.field is None and value.type is None)
            if not kept or tainted(value) or cx.func is None:
                continue
            if not any(isinstance(kind, Cls) for _, kind in self.ev(annotation, st.fork(), cx)):
                continue
            func = Func(cx.module, cx.func, cx.frame, None, None)
            made = self.binder.argument(self, ir.Param(name, "pos", None, annotation), func, st)
            obj = self.obj(st, made) if isinstance(made, Ref) else None
            if isinstance(obj, Inst) and isinstance(obj.cls, Cls):
                st.set(cx.frame, name, made)

    def of_what(self, annotation: ir.Sub, target: ir.Expr, ends: Ends, cx: Cx) -> None:
        """Remember which records a queue is for (`jobs: Queue[Job] = Queue()`)."""
        for st, comp in ends:
            for s, made in self.ev(target, st.fork(), cx) if comp is None else ():
                obj = self.obj(s, made) if isinstance(made, Ref) else None
                if isinstance(made, Ref) and isinstance(obj, ListObj) and obj.kind.startswith("queue"):
                    for _, kind in self.ev(annotation.index, s, cx)[:1]:
                        if isinstance(kind, Cls) and kind.info.is_record():
                            self.records[made.id] = kind.info

    def x_aug_assign(self, stmt: ir.AugAssign, st: State, cx: Cx) -> Ends:
        added = ir.Star(stmt.n, stmt.value)  # `rows += pages()` takes all of it
        done: Ends = []
        for s, values in self.ev_many([stmt.target, added], st, cx):
            if isinstance(values, Thrown):
                done.append((s, Raise(values.exc)))
            elif stmt.op in "+|" and self.extend(s, *values):
                done.append((s, None))
            else:
                for end, value in self.binary(stmt.op, values[0], values[1], s, (cx.module, stmt.n)):
                    if isinstance(value, Thrown):
                        done.append((end, Raise(value.exc)))
                    else:
                        done.extend(self.assign(stmt.target, value, end, cx))
        return done

    def assign(self, target: ir.Expr, value: Value, st: State, cx: Cx) -> Ends:
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
                        if attr in self.setters and (setter := self.setter(part, one, attr)) is not None:
                            ends = self.call(setter, [one, value], [], part, cx, (cx.module, target.n))
                            done += [(e, Raise(v.exc) if isinstance(v, Thrown) else None) for e, v in ends]
                            continue
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

    def setter(self, st: State, owner: Value, name: str) -> Value | None:
        """The `__set__` of a descriptor that stands in the class of an object."""
        obj = self.obj(st, owner) if isinstance(owner, Ref) else None
        if not isinstance(obj, Inst) or not isinstance(obj.cls, Cls):
            return None
        found = obj.cls.info.lookup(name)
        return self.special(st, found[0], "__set__") if found is not None and isinstance(found[0], Ref) else None

    def scope_of(self, name: str, st: State, cx: Cx) -> int:
        """The frame that an assignment to a name writes: the local one unless declared global or nonlocal."""
        declared = self.globals_of(cx.func)
        if name in declared:
            frame = self.parents.get(cx.frame)
            while frame is not None:
                if st.get(frame, name) is not None or self.globals.get(frame, name) is not None:
                    return frame
                frame = self.parents.get(frame)
        return cx.frame

    def globals_of(self, func: ir.FunctionDef | None) -> frozenset[str]:
        """Names that a function declares global or nonlocal."""
        if func is None:
            return frozenset()
        return frozenset(n for s in func.body if isinstance(s, ir.Global) for n in s.names)

    def unpack(self, items: list[ir.Expr], value: Value, st: State, cx: Cx) -> Ends:
        """`a, b = value`."""
        done: Ends = []
        for s, one in self.by_part(st, value):
            found = self.unpacked(s, one, len(items), any(isinstance(i, ir.Star) for i in items), items)
            going: Ends = [(s, None)]
            for item, part in zip(items, found, strict=True):
                going = [e for g, c in going for e in (self.assign(item, part, g, cx) if c is None else [(g, c)])]
            done.extend(going)
        return done

    def unpacked(self, st: State, value: Value, count: int, starred: bool, items: list[ir.Expr]) -> list[Value]:
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


def _attribute(target: ir.Expr) -> bool:
    return isinstance(target, ir.Attr) or (isinstance(target, ir.Seq) and any(map(_attribute, target.items)))


def _calls(value: ir.Expr) -> Iterator[int]:
    """Calls that give the whole of a value, or an item of it."""
    match value:
        case ir.Call():
            yield value.n
        case ir.Await(value=inner):
            yield from _calls(inner)
        case ir.Seq(items=items):
            for item in items:
                yield from _calls(item)
        case ir.Bool(right=right):
            yield from _calls(right)
