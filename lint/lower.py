"""libcst module → IR. Pure; no metadata is computed (positions cost two to four times the parse)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import libcst as cst

from . import ir
from .dispatch import handler

PROVIDER_COMMENT: Final = re.compile(r"#\s*errpact:\s*provider\s*=\s*([a-z][a-z0-9-]*)")

_BINARY: Final = {
    "Add": "+", "Subtract": "-", "Multiply": "*", "Divide": "/", "FloorDivide": "//", "Modulo": "%", "Power": "**",
    "LeftShift": "<<", "RightShift": ">>", "BitOr": "|", "BitAnd": "&", "BitXor": "^", "MatrixMultiply": "@",
}  # fmt: skip
_COMPARE: Final = {
    "Equal": "==", "NotEqual": "!=", "LessThan": "<", "LessThanEqual": "<=", "GreaterThan": ">",
    "GreaterThanEqual": ">=", "In": "in", "NotIn": "not in", "Is": "is", "IsNot": "is not",
}  # fmt: skip
_UNARY: Final = {"Not": "not", "Minus": "-", "Plus": "+", "BitInvert": "~"}


def lower(module: cst.Module) -> ir.Module:
    """A parsed file's IR."""
    return Lowering().module(module)


class Lowering:
    """One file being lowered; `origin[n]` is the libcst node that ident n came from."""

    def __init__(self) -> None:
        self.origin: list[cst.CSTNode] = []
        self.generators: list[bool] = [False]

    def new(self, node: cst.CSTNode) -> int:
        """The next ident, for this node."""
        self.origin.append(node)
        return len(self.origin) - 1

    def module(self, module: cst.Module) -> ir.Module:
        """The whole file."""
        body = self.block(module.body)
        lines = [
            *module.header,
            *(module.body[0].leading_lines if module.body and hasattr(module.body[0], "leading_lines") else ()),
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
        method = getattr(self, handler("s", type(node).__name__), None)
        if method is not None:
            result = method(node)
            if result is not None:
                out.append(result)

    def s_expr(self, node: cst.Expr) -> ir.Stmt:
        return ir.ExprStmt(self.new(node), self.expr(node.value))

    def s_assign(self, node: cst.Assign) -> ir.Stmt:
        return ir.Assign(self.new(node), [self.expr(t.target) for t in node.targets], self.expr(node.value))

    def s_aug_assign(self, node: cst.AugAssign) -> ir.Stmt:
        op = _BINARY.get(type(node.operator).__name__.removesuffix("Assign"), "?")
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
            branch.orelse = [inner]
            branch, orelse = inner, orelse.orelse
        if orelse is not None:
            branch.orelse = self.block(orelse.body)
        return first

    def s_while(self, node: cst.While) -> ir.Stmt:
        orelse = self.block(node.orelse.body) if node.orelse else []
        return ir.While(self.new(node), self.expr(node.test), self.block(node.body), orelse)

    def s_for(self, node: cst.For) -> ir.Stmt:
        orelse = self.block(node.orelse.body) if node.orelse else []
        return ir.For(
            self.new(node), self.expr(node.target), self.expr(node.iter), self.block(node.body), orelse,
            node.asynchronous is not None,
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
        return ir.FunctionDef(
            ident, node.name.value, params, body, decorators, node.asynchronous is not None, generator, returns,
            _provider(comments),
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

    # --- patterns

    def pattern(self, node: Any) -> ir.Pattern:
        """A match pattern."""
        ident = self.new(node)
        match node:
            case cst.MatchAs(pattern=None, name=name):
                return ir.Pattern(ident, "capture", name=name.value if name else None)
            case cst.MatchAs(pattern=inner, name=name):
                return ir.Pattern(ident, "as", name=name.value if name else None, parts=[self.pattern(inner)])
            case cst.MatchValue(value=value) | cst.MatchSingleton(value=value):
                return ir.Pattern(ident, "value", value=self.expr(value))
            case cst.MatchOr(patterns=patterns):
                return ir.Pattern(ident, "or", parts=[self.pattern(p.pattern) for p in patterns])
            case cst.MatchList(patterns=patterns) | cst.MatchTuple(patterns=patterns):
                return ir.Pattern(ident, "sequence", parts=[self._element(p) for p in patterns])
            case cst.MatchMapping(elements=elements, rest=rest):
                return ir.Pattern(
                    ident, "mapping", name=rest.value if rest else None,
                    keys=[self.expr(e.key) for e in elements], parts=[self.pattern(e.pattern) for e in elements],
                )  # fmt: skip
            case cst.MatchClass(cls=cls, patterns=patterns, kwds=kwds):
                return ir.Pattern(
                    ident, "class", value=self.expr(cls),
                    parts=[*(self.pattern(p.value) for p in patterns), *(self.pattern(k.pattern) for k in kwds)],
                    keys=[*(None for _ in patterns), *(k.key.value for k in kwds)],
                )  # fmt: skip
            case _:
                return ir.Pattern(ident, "capture")

    def _element(self, node: Any) -> ir.Pattern:
        if isinstance(node, cst.MatchStar):
            return ir.Pattern(self.new(node), "star", name=node.name.value if node.name else None)
        return self.pattern(node.value)

    # --- expressions

    def expr(self, node: Any) -> ir.Expr:
        """An expression; one that is not understood becomes a name that resolves to nothing."""
        method = getattr(self, handler("e", type(node).__name__), None)
        if method is None:
            return ir.Name(self.new(node), "<unsupported>")
        result: ir.Expr = method(node)
        return result

    def e_name(self, node: cst.Name) -> ir.Expr:
        constants = {"None": None, "True": True, "False": False}
        if node.value in constants:
            return ir.Const(self.new(node), constants[node.value])
        return ir.Name(self.new(node), node.value)

    def e_simple_string(self, node: cst.SimpleString) -> ir.Expr:
        return ir.Const(self.new(node), node.evaluated_value)

    def e_integer(self, node: cst.Integer) -> ir.Expr:
        return ir.Const(self.new(node), node.evaluated_value)

    e_float = e_imaginary = e_integer

    def e_ellipsis(self, node: cst.Ellipsis) -> ir.Expr:
        return ir.Const(self.new(node), ...)

    def e_concatenated_string(self, node: cst.ConcatenatedString) -> ir.Expr:
        ident = self.new(node)
        parts = [self.expr(node.left), self.expr(node.right)]
        if all(isinstance(p, ir.Const) for p in parts):
            left, right = parts[0].value, parts[1].value  # type: ignore[attr-defined]  # both are Const
            return ir.Const(ident, left + right)
        return ir.FStr(ident, parts)

    def e_formatted_string(self, node: cst.FormattedString) -> ir.Expr:
        ident = self.new(node)
        parts: list[ir.Expr] = []
        for part in node.parts:
            if isinstance(part, cst.FormattedStringText):
                parts.append(ir.Const(self.new(part), part.value.replace("{{", "{").replace("}}", "}")))
            elif isinstance(part, cst.FormattedStringExpression):
                parts.append(self.expr(part.expression))
        return ir.FStr(ident, parts)

    def e_attribute(self, node: cst.Attribute) -> ir.Expr:
        return ir.Attr(self.new(node), self.expr(node.value), node.attr.value)

    def e_subscript(self, node: cst.Subscript) -> ir.Expr:
        ident = self.new(node)
        value = self.expr(node.value)
        elements = [self._subscript(e.slice) for e in node.slice]
        return ir.Sub(ident, value, elements[0] if len(elements) == 1 else ir.Seq(self.new(node), "tuple", elements))

    def _subscript(self, node: Any) -> ir.Expr:
        if isinstance(node, cst.Slice):
            bounds = [self.expr(b) if b is not None else None for b in (node.lower, node.upper, node.step)]
            return ir.Slice(self.new(node), *bounds)
        return self.expr(node.value)

    def e_call(self, node: cst.Call) -> ir.Expr:
        ident = self.new(node)
        func = self.expr(node.func)
        args: list[ir.Expr] = []
        keywords: list[tuple[str | None, ir.Expr]] = []
        for arg in node.args:
            value = self.expr(arg.value)
            if arg.keyword is not None:
                keywords.append((arg.keyword.value, value))
            elif arg.star == "**":
                keywords.append((None, value))
            else:
                args.append(ir.Star(self.new(arg), value) if arg.star else value)
        return ir.Call(ident, func, args, keywords)

    def e_binary_operation(self, node: cst.BinaryOperation) -> ir.Expr:
        op = _BINARY.get(type(node.operator).__name__, "?")
        return ir.Bin(self.new(node), op, self.expr(node.left), self.expr(node.right))

    def e_unary_operation(self, node: cst.UnaryOperation) -> ir.Expr:
        return ir.Unary(self.new(node), _UNARY[type(node.operator).__name__], self.expr(node.expression))

    def e_boolean_operation(self, node: cst.BooleanOperation) -> ir.Expr:
        op = "and" if isinstance(node.operator, cst.And) else "or"
        return ir.Bool(self.new(node), op, self.expr(node.left), self.expr(node.right))

    def e_comparison(self, node: cst.Comparison) -> ir.Expr:
        ident = self.new(node)
        left = self.expr(node.left)
        ops = [(_COMPARE[type(c.operator).__name__], self.expr(c.comparator)) for c in node.comparisons]
        return ir.Compare(ident, left, ops)

    def e_if_exp(self, node: cst.IfExp) -> ir.Expr:
        return ir.IfExp(self.new(node), self.expr(node.test), self.expr(node.body), self.expr(node.orelse))

    def _sequence(self, node: Any, kind: str) -> ir.Expr:
        ident = self.new(node)
        items = [
            ir.Star(self.new(e), self.expr(e.value)) if isinstance(e, cst.StarredElement) else self.expr(e.value)
            for e in node.elements
        ]
        return ir.Seq(ident, kind, items)

    def e_tuple(self, node: cst.Tuple) -> ir.Expr:
        return self._sequence(node, "tuple")

    def e_list(self, node: cst.List) -> ir.Expr:
        return self._sequence(node, "list")

    def e_set(self, node: cst.Set) -> ir.Expr:
        return self._sequence(node, "set")

    def e_dict(self, node: cst.Dict) -> ir.Expr:
        ident = self.new(node)
        items: list[tuple[ir.Expr | None, ir.Expr]] = []
        for element in node.elements:
            if isinstance(element, cst.StarredDictElement):
                items.append((None, self.expr(element.value)))
            elif isinstance(element, cst.DictElement):
                items.append((self.expr(element.key), self.expr(element.value)))
        return ir.Dict(ident, items)

    def e_lambda(self, node: cst.Lambda) -> ir.Expr:
        return ir.Lambda(self.new(node), self.params(node.params), self.expr(node.body))

    def _comprehension(self, node: Any, kind: str) -> ir.Expr:
        ident = self.new(node)
        key = self.expr(node.key) if kind == "dict" else None
        value = self.expr(node.value if kind == "dict" else node.elt)
        gens: list[ir.Generator] = []
        for_in = node.for_in
        while for_in is not None:
            ifs = [self.expr(i.test) for i in for_in.ifs]
            gens.append(ir.Generator(self.expr(for_in.target), self.expr(for_in.iter), ifs))
            for_in = for_in.inner_for_in
        return ir.Comp(ident, kind, key, value, gens)

    def e_list_comp(self, node: cst.ListComp) -> ir.Expr:
        return self._comprehension(node, "list")

    def e_set_comp(self, node: cst.SetComp) -> ir.Expr:
        return self._comprehension(node, "set")

    def e_dict_comp(self, node: cst.DictComp) -> ir.Expr:
        return self._comprehension(node, "dict")

    def e_generator_exp(self, node: cst.GeneratorExp) -> ir.Expr:
        return self._comprehension(node, "gen")

    def e_await(self, node: cst.Await) -> ir.Expr:
        return ir.Await(self.new(node), self.expr(node.expression))

    def e_yield(self, node: cst.Yield) -> ir.Expr:
        self.generators[-1] = True
        ident = self.new(node)
        value = node.value.item if isinstance(node.value, cst.From) else node.value
        return ir.Yield(ident, self.expr(value) if value is not None else None)

    def e_named_expr(self, node: cst.NamedExpr) -> ir.Expr:
        return ir.Walrus(self.new(node), self.expr(node.target), self.expr(node.value))

    def params(self, node: cst.Parameters) -> list[ir.Param]:
        """A signature."""
        found = [self._param(p, "pos") for p in (*node.posonly_params, *node.params)]
        if isinstance(node.star_arg, cst.Param):
            found.append(self._param(node.star_arg, "var"))
        found.extend(self._param(p, "kw") for p in node.kwonly_params)
        if node.star_kwarg is not None:
            found.append(self._param(node.star_kwarg, "varkw"))
        return found

    def _param(self, node: cst.Param, kind: str) -> ir.Param:
        default = self.expr(node.default) if node.default is not None else None
        annotation = self.expr(node.annotation.annotation) if node.annotation is not None else None
        return ir.Param(node.name.value, kind, default, annotation)


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
