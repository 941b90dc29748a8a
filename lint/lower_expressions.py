"""libcst expressions, patterns and signatures → IR. Pure."""

from __future__ import annotations

from typing import Any, Final

import libcst as cst

from . import ir
from .dispatch import handlers

BINARY: Final = {
    "Add": "+", "Subtract": "-", "Multiply": "*", "Divide": "/", "FloorDivide": "//", "Modulo": "%", "Power": "**",
    "LeftShift": "<<", "RightShift": ">>", "BitOr": "|", "BitAnd": "&", "BitXor": "^", "MatrixMultiply": "@",
}  # fmt: skip
_COMPARE: Final = {
    "Equal": "==", "NotEqual": "!=", "LessThan": "<", "LessThanEqual": "<=", "GreaterThan": ">",
    "GreaterThanEqual": ">=", "In": "in", "NotIn": "not in", "Is": "is", "IsNot": "is not",
}  # fmt: skip
_UNARY: Final = {"Not": "not", "Minus": "-", "Plus": "+", "BitInvert": "~"}


class Expressions:
    """One file being lowered; `origin[n]` is the libcst node that ident n came from."""

    def __init__(self) -> None:
        self.origin: list[cst.CSTNode] = []
        self.expressions = handlers(type(self), "e")
        self.generators: list[bool] = [False]

    def new(self, node: cst.CSTNode) -> int:
        """The next ident, for this node."""
        self.origin.append(node)
        return len(self.origin) - 1

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
        method = self.expressions[type(node)]
        if method is None:
            return ir.Name(self.new(node), "<unsupported>")
        result: ir.Expr = method(self, node)
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
        op = BINARY.get(type(node.operator).__name__, "?")
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
        if isinstance(node.value, cst.From):
            return ir.Yield(ident, ir.Star(self.new(node.value), self.expr(node.value.item)))
        return ir.Yield(ident, self.expr(node.value) if node.value is not None else None)

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
