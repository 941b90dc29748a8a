"""The project's modules and imports: a module's top level is run on first use."""

from __future__ import annotations

from .. import ir
from ..containment import internal_error
from ..watch import at
from .core import PROGRAM, Core, Cx, OutOfBudget
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
        if self.importing:
            self.publish(self.importing[-1])
        frame = self.new_frame(None)
        self.module_frames[path] = frame
        st = State(1)  # its own, so that each step costs the same however many modules there are
        st.frames[frame] = Frame(__name__=Unk(("module", path), "str"))
        self.publish(st)
        saved_steps, saved_stack = self.steps, self.stack
        self.stack = []
        self.importing.append(st)
        cx = Cx(path, frame)
        program = False
        saved = self.budget, self.most, set(self.inlined)
        try:
            for stmt in self.modules[path].body:
                if _is_program(stmt):
                    program = True
                    self.budget = self.most = min(self.budget, self.steps + PROGRAM)
                # Only what follows every branch counts; a statement that forks keeps the first path.
                ends = self.exec_stmt(stmt, self.importing[-1], cx)
                self.importing[-1] = next((s for s, comp in ends if comp is None), self.importing[-1])
        except (OutOfBudget, RecursionError) as exc:
            # What stands above the statement holds; the names below it are unknown.
            if program and isinstance(exc, OutOfBudget):
                self.inlined = saved[2]
                return frame
            why = "nests too deep" if isinstance(exc, RecursionError) else "takes too long"
            self.facts.unresolved.setdefault((path, stmt.n), f"the module from here on: it {why}")
        except Exception as exc:  # a fault at one module must not take the others along
            self.errors.append(internal_error("the analysis", exc, (), path))
        finally:
            self.publish(self.importing.pop())
            self.steps, self.stack = saved_steps, saved_stack
            if program:
                self.budget, self.most = saved[:2]
        return frame

    def publish(self, st: State) -> None:
        """Let everybody see what a module's top level has done so far, to other modules' variables too."""
        for frame, variables in st.frames.items():
            self.globals.frames[frame] = Frame({**self.globals.frames.get(frame, {}), **variables})
        self.globals.heap.update(st.heap)

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


def _is_program(stmt: ir.Stmt) -> bool:
    """Whether a statement is `if __name__ == "__main__"`."""
    return (
        isinstance(stmt, ir.If)
        and isinstance(stmt.test, ir.Compare)
        and any(
            isinstance(side, ir.Name) and side.id == "__name__"
            for side in (stmt.test.left, *(right for _, right in stmt.test.ops))
        )
    )
