"""The project's modules and imports: a module's top level is run on first use."""

from __future__ import annotations

from .. import ir
from ..containment import internal_error
from ..watch import at
from .core import Core, Cx, OutOfBudget
from .ends import Ends
from .state import Frame, State
from .values import (
    Ext,
    Mod,
    Unk,
    Value,
)


class Importing(Core):
    """Part of the interpreter."""

    def module_frame(self, path: str) -> int:
        """The frame of a module's globals; its top level is run on first use."""
        known = self.module_frames.get(path)
        if known is not None:
            return known
        at(path)
        frame = self.new_frame(None)
        self.module_frames[path] = frame
        st = self.globals
        st.frames.setdefault(frame, Frame(__name__=Unk(("module", path), "str")))
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
        except (OutOfBudget, RecursionError) as exc:
            # What stands above the statement holds; the names below it are unknown.
            why = "nests too deep" if isinstance(exc, RecursionError) else "takes too long"
            self.facts.unresolved.setdefault((path, stmt.n), f"the module from here on: it {why}")
        except Exception as exc:  # a fault at one module must not take the others along
            self.errors.append(internal_error("the analysis", exc, (), path))
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

    def x_import(self, stmt: ir.Import, st: State, cx: Cx) -> Ends:
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

    def x_import_from(self, stmt: ir.ImportFrom, st: State, cx: Cx) -> Ends:
        if stmt.level:
            path = self.resolver.relative(cx.module, stmt.level, stmt.module)
        else:
            path = self.resolver.absolute(cx.module, stmt.module)
        if not stmt.names and path is not None and not path.endswith("/"):
            frame = self.module_frame(path)
            for name, value in self.globals.frames.get(frame, Frame()).items():
                if not name.startswith("_"):
                    st.set(cx.frame, name, value)
        for name, alias in stmt.names:
            member = self.member_of(path, name) if path is not None else None
            if member is None and path is not None and (sub := self.resolver.submodule(path, name)):
                member = Mod(sub)
            if member is None:
                member = Ext(f"{stmt.module}.{name}") if path is None else Unk(("import", path, name))
            st.set(cx.frame, alias or name, member)
        return [(st, None)]
