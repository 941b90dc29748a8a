"""with statements."""

from __future__ import annotations

from typing import Any

from .. import ir
from .assigning import Assigning
from .branching import Branching
from .core import Cx
from .ends import Ends, Escape, Raise
from .futures import FAILED, GROUPS
from .state import Inst, State
from .trying import Trying
from .values import (
    NONE,
    Cls,
    Ext,
    Made,
    Ref,
    Thrown,
    Tup,
    Unk,
    Value,
    key_of,
)


class Managers(Trying, Assigning, Branching):
    """Part of the interpreter."""

    def x_with(self, stmt: ir.With, st: State, cx: Cx) -> Ends:
        return self.with_items(stmt, 0, st, cx)

    def with_items(self, stmt: ir.With, index: int, st: State, cx: Cx) -> Ends:
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

    def enter(self, stmt: ir.With, index: int, manager: Value, target: ir.Expr | None, st: State, cx: Cx) -> Ends:
        """One context manager."""
        site = (cx.module, stmt.n)

        def inside(s: State, value: Value) -> Ends:
            ends: Ends = [(s, None)] if target is None else self.assign(target, value, s, cx)
            return [e for g, c in ends for e in (self.with_items(stmt, index + 1, g, cx) if c is None else [(g, c)])]

        if isinstance(manager, Made) and manager.name == "generator":
            return self.enter_generator(manager, inside, st, site)
        if isinstance(manager, Made) and manager.name == "contextlib.closing":
            return inside(st, manager.args[0])
        if isinstance(manager, Made) and manager.name == "contextlib.suppress":
            return self.suppress(manager, inside(st, NONE), cx, site)
        found = self.obj(st, manager) if isinstance(manager, Ref) else None
        if isinstance(manager, Ref) and isinstance(found, Inst):
            if found.cls == Ext("tenacity.AttemptManager"):
                return self.attempt(manager, inside(st, manager))
            if isinstance(found.cls, Ext) and found.cls.name in GROUPS:
                return self.leave_group(manager, inside(st, manager))
            a = "a" if stmt.is_async else ""
            if isinstance(found.cls, Cls) and found.cls.info.lookup(f"__{a}enter__"):
                return self.enter_object(manager, inside, a, st, cx, site)
        return inside(st, manager)

    def attempt(self, manager: Ref, ends: Ends) -> Ends:
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

    def leave_group(self, manager: Ref, ends: Ends) -> Ends:
        """A group of tasks raises what they raised, and what its body raised, as a group."""
        done: Ends = []
        for s, comp in ends:
            obj = self.obj(s, manager)
            held = obj.attrs.get(FAILED) if isinstance(obj, Inst) else None
            own = (comp.exc,) if isinstance(comp, Raise) and not isinstance(comp.exc, Escape) else ()
            errors = (*(held.items if isinstance(held, Tup) else ()), *own)
            done.append((s, Raise(self.group_of(errors, s)) if errors else comp))
        return done

    def suppress(self, manager: Made, ends: Ends, cx: Cx, site: Any) -> Ends:
        """contextlib.suppress."""
        done: Ends = []
        for s, comp in ends:
            if isinstance(comp, Raise) and any(self.catches(s, comp.exc, t) for t in manager.args):
                s.note("catch", site)
                done.append((s, None))
            else:
                done.append((s, comp))
        return done

    def enter_generator(self, manager: Made, inside: Any, st: State, site: Any) -> Ends:
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

    def enter_object(self, manager: Ref, inside: Any, a: str, st: State, cx: Cx, site: Any) -> Ends:
        """A project object with __enter__ and __exit__. a: `a` where their async forms are meant."""
        done: Ends = []
        for s, method in self.attr(manager, f"__{a}enter__", st, cx, site):
            for entered, value in self.call(method, [], [], s, cx, site):
                if isinstance(value, Thrown):
                    done.append((entered, Raise(value.exc)))
                    continue
                for end, comp in inside(entered, value):
                    done.extend(self.exit_object(manager, end, comp, f"__{a}exit__", cx, site))
        return done

    def exit_object(self, manager: Ref, st: State, comp: Any, name: str, cx: Cx, site: Any) -> Ends:
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
                        if swallowed:
                            last.note("catch", site)
                        done.append((last, None if swallowed else comp))
                else:
                    done.append((end, comp))
        return done
