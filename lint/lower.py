"""libcst module → IR. Pure; no metadata is computed (positions cost two to four times the parse)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import libcst as cst

from . import ir
from .dispatch import handlers
from .lower_expressions import BINARY, Expressions

PROVIDER_COMMENT: Final = re.compile(r"#\s*errpact:\s*provider\s*=\s*([a-z][a-z0-9-]*)")


def lower(module: cst.Module) -> ir.Module:
    """A parsed file's IR."""
    return Lowering().module(module)


class Lowering(Expressions):
    """One file being lowered: its statements. functions: from where to where the idents of outermost functions go."""

    def __init__(self) -> None:
        super().__init__()
        self.statements = handlers(type(self), "s")
        self.functions: list[tuple[int, int]] = []

    def module(self, module: cst.Module) -> ir.Module:
        """The whole file."""
        body = self.block(module.body)
        lines = [
            *module.header,
            *(line for stmt in module.body[:2] for line in getattr(stmt, "leading_lines", ())),
        ]
        return ir.Module(body, len(self.origin), _provider(lines))

    # --- statements

    def block(self, body: Any) -> list[ir.Stmt]:
        """A suite or a list of statements."""
        found: list[ir.Stmt] = []
        for item in body.body if isinstance(body, (cst.IndentedBlock, cst.SimpleStatementSuite)) else body:
            if isinstance(item, cst.SimpleStatementLine):
                for small in item.body:
                    self.statement(small, found)
            else:
                self.statement(item, found)
        return found

    def statement(self, node: cst.CSTNode, out: list[ir.Stmt]) -> None:
        """One statement; what has no bearing on the analysis (pass, type aliases) is left out."""
        method = self.statements[type(node)]
        if method is not None:
            result = method(self, node)
            if result is not None:
                out.append(result)

    def s_expr(self, node: cst.Expr) -> ir.Stmt:
        return ir.ExprStmt(self.new(node), self.expr(node.value))

    def s_assign(self, node: cst.Assign) -> ir.Stmt:
        return ir.Assign(self.new(node), [self.expr(t.target) for t in node.targets], self.expr(node.value))

    def s_aug_assign(self, node: cst.AugAssign) -> ir.Stmt:
        op = BINARY.get(type(node.operator).__name__.removesuffix("Assign"), "?")
        return ir.AugAssign(self.new(node), self.expr(node.target), op, self.expr(node.value))

    def s_ann_assign(self, node: cst.AnnAssign) -> ir.Stmt:
        value = self.expr(node.value) if node.value is not None else None
        return ir.AnnAssign(self.new(node), self.expr(node.target), self.expr(node.annotation.annotation), value)

    def s_return(self, node: cst.Return) -> ir.Stmt:
        return ir.Return(self.new(node), self.expr(node.value) if node.value is not None else None)

    def s_raise(self, node: cst.Raise) -> ir.Stmt:
        cause = self.expr(node.cause.item) if node.cause is not None else None
        return ir.Raise(self.new(node), self.expr(node.exc) if node.exc is not None else None, cause)

    def s_if(self, node: cst.If) -> ir.Stmt:
        # An elif chain is walked in a loop: recursion would end at a few hundred branches.
        first = branch = ir.If(self.new(node), self.expr(node.test), self.block(node.body), [])
        orelse = node.orelse
        while isinstance(orelse, cst.If):
            inner = ir.If(self.new(orelse), self.expr(orelse.test), self.block(orelse.body), [])
            branch.orelse.append(inner)
            branch, orelse = inner, orelse.orelse
        if orelse is not None:
            branch.orelse.extend(self.block(orelse.body))
        return first

    def s_while(self, node: cst.While) -> ir.Stmt:
        orelse = self.block(node.orelse.body) if node.orelse else []
        return ir.While(self.new(node), self.expr(node.test), self.block(node.body), orelse)

    def s_for(self, node: cst.For) -> ir.Stmt:
        orelse = self.block(node.orelse.body) if node.orelse else []
        return ir.For(
            self.new(node), self.expr(node.target), self.expr(node.iter), self.block(node.body), orelse
        )  # fmt: skip

    def s_try(self, node: cst.Try) -> ir.Stmt:
        return self._try(node, node.handlers, lambda h: h.type)

    def s_try_star(self, node: cst.TryStar) -> ir.Stmt:
        return self._try(node, node.handlers, lambda h: h.type)

    def _try(self, node: Any, handlers: Sequence[Any], type_of: Any) -> ir.Stmt:
        ident = self.new(node)
        body = self.block(node.body)
        lowered = [
            ir.Handler(
                self.new(h),
                self.expr(type_of(h)) if type_of(h) is not None else None,
                h.name.name.value if h.name is not None and isinstance(h.name.name, cst.Name) else None,
                self.block(h.body),
                isinstance(h, cst.ExceptStarHandler),
            )
            for h in handlers
        ]
        orelse = self.block(node.orelse.body) if node.orelse else []
        return ir.Try(ident, body, lowered, orelse, self.block(node.finalbody.body) if node.finalbody else [])

    def s_with(self, node: cst.With) -> ir.Stmt:
        items = [(self.expr(i.item), self.expr(i.asname.name) if i.asname else None) for i in node.items]
        return ir.With(self.new(node), items, self.block(node.body), node.asynchronous is not None)

    def s_match(self, node: cst.Match) -> ir.Stmt:
        ident = self.new(node)
        subject = self.expr(node.subject)
        cases = [
            ir.MatchCase(self.pattern(c.pattern), self.expr(c.guard) if c.guard else None, self.block(c.body))
            for c in node.cases
        ]
        return ir.Match(ident, subject, cases)

    def s_function_def(self, node: cst.FunctionDef) -> ir.Stmt:
        ident = self.new(node)
        decorators = [self.expr(d.decorator) for d in node.decorators]
        params = self.params(node.params)
        self.generators.append(False)
        body = self.block(node.body)
        generator = self.generators.pop()
        returns = self.expr(node.returns.annotation) if node.returns else None
        comments = [*node.leading_lines, *node.lines_after_decorators]
        while self.functions and self.functions[-1][0] > ident:
            self.functions.pop()
        self.functions.append((ident, len(self.origin)))
        return ir.FunctionDef(
            ident, node.name.value, params, body, decorators, generator, returns,
            _provider(comments), node.asynchronous is not None,
        )  # fmt: skip

    def s_class_def(self, node: cst.ClassDef) -> ir.Stmt:
        ident = self.new(node)
        bases = [self.expr(a.value) for a in node.bases]
        keywords: list[tuple[str | None, ir.Expr]] = [
            (a.keyword.value if a.keyword else None, self.expr(a.value)) for a in node.keywords
        ]
        decorators = [self.expr(d.decorator) for d in node.decorators]
        comments = [*node.leading_lines, *node.lines_after_decorators]
        return ir.ClassDef(
            ident, node.name.value, bases, keywords, self.block(node.body), decorators, _provider(comments)
        )

    def s_import(self, node: cst.Import) -> ir.Stmt:
        return ir.Import(self.new(node), [(dotted(a.name), _alias(a)) for a in node.names])

    def s_import_from(self, node: cst.ImportFrom) -> ir.Stmt:
        names = [] if isinstance(node.names, cst.ImportStar) else [(dotted(a.name), _alias(a)) for a in node.names]
        return ir.ImportFrom(self.new(node), dotted(node.module) if node.module else "", len(node.relative), names)

    def s_assert(self, node: cst.Assert) -> ir.Stmt:
        return ir.Assert(self.new(node), self.expr(node.test))

    def s_del(self, node: cst.Del) -> ir.Stmt:
        return ir.Delete(self.new(node), [self.expr(node.target)])

    def s_global(self, node: cst.Global) -> ir.Stmt:
        return ir.Global(self.new(node), [item.name.value for item in node.names])

    s_nonlocal = s_global

    def s_break(self, node: cst.Break) -> ir.Stmt:
        return ir.Break(self.new(node))

    def s_continue(self, node: cst.Continue) -> ir.Stmt:
        return ir.Continue(self.new(node))


def dotted(node: Any) -> str:
    """`a.b.c` of a Name or Attribute."""
    if isinstance(node, cst.Attribute):
        return f"{dotted(node.value)}.{node.attr.value}"
    return node.value if isinstance(node, cst.Name) else ""


def _alias(node: cst.ImportAlias) -> str | None:
    return node.asname.name.value if node.asname is not None and isinstance(node.asname.name, cst.Name) else None


def _provider(lines: Sequence[cst.EmptyLine]) -> str | None:
    for line in lines:
        if line.comment is not None and (match := PROVIDER_COMMENT.match(line.comment.value)):
            return match[1]
    return None
