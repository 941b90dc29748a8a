"""Models that parse a body (pydantic, msgspec): fields by alias, validators, what annotations make of values."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from .. import ir
from .classes import ClassInfo
from .core import Args, Cx, Found, Kwargs
from .merging import Merging
from .state import DictObj, Inst, State
from .validating import Validating, model_validators
from .values import (
    ABSENT,
    NONE,
    Cls,
    Const,
    Ext,
    Func,
    JsonVal,
    Lam,
    Made,
    Ref,
    Thrown,
    Value,
    field_of,
)

Going = list[tuple[State, "dict[str, Value] | Thrown"]]


class Parsed(Validating, Merging):
    """Part of the interpreter."""

    @abstractmethod
    def construct(self, info: ClassInfo, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
        """Make an instance."""

    @abstractmethod
    def field_default(self, default: ir.Expr, st: State, cx: Cx) -> Value:
        """A field's default."""

    def parse_model(self, info: ClassInfo, body: Value, st: State, site: Any, given: Kwargs | None = None) -> Found:
        """A model from a body and fields given beside it. The model's own validators see the body before and the model
        after."""
        before, after = model_validators(info)
        found: Found = []
        for s, value in self.through([(st, body)], before, info, site):
            found.extend([(s, value)] if isinstance(value, Thrown) else self.filled(info, value, s, site, given))
        return self.looked_over(found, after, info, site)

    def filled(self, info: ClassInfo, body: Value, st: State, site: Any, given: Kwargs | None) -> Found:
        """A model with its fields, by name or alias; a missing required one is an error."""
        going: Going = [(st, {})]
        named = dict(given or ())
        for name, annotation, default, owner in info.all_fields():
            cx = Cx(owner.module, owner.frame or self.module_frame(owner.module), None, owner)
            after: Going = []
            for state, attrs in going:
                if isinstance(attrs, Thrown):
                    after.append((state, attrs))
                    continue
                key = alias_of(default) or self.renamed(owner, name, state, cx)
                beside = named.get(name, named.get(key))
                for s, value in (
                    self.parsed_field(info, name, annotation, default, (body, key), state, cx, site)
                    if beside is None
                    else self.validated(info, name, annotation, beside, state, cx, site)
                ):
                    after.append((s, value if isinstance(value, Thrown) else {**attrs, name: value}))
            going = after
        return [
            (s, attrs if isinstance(attrs, Thrown) else self.alloc(s, Inst(Cls(info), attrs))) for s, attrs in going
        ]

    def parsed_field(
        self,
        info: ClassInfo,
        name: str,
        annotation: ir.Expr,
        default: ir.Expr | None,
        place: tuple[Value, str],
        st: State,
        cx: Cx,
        site: Any,
    ) -> Found:
        """One field: looked up at its place (body, key), validated before, converted as it is annotated, validated
        after."""
        fallback = self.field_default(default, st, cx) if default is not None else ABSENT
        required = default is None or (fallback is NONE and _required(default))
        body, key = place
        found: Found = []
        for s, looked in self.item(st, body, Const(key), (cx.module, annotation.n), ABSENT):
            for part, one in self.by_part(s, looked):
                if isinstance(one, Thrown) or (one is ABSENT and required):
                    found.append((part, self.throw(part, "pydantic.ValidationError", site)))
                elif one is ABSENT:
                    found.append((part, fallback))
                else:
                    found.extend(self.validated(info, name, annotation, one, part, cx, site))
        made = [(s, v) for s, v in found if not isinstance(v, Thrown)]
        return [*self.rejoin(st, made), *((s, v) for s, v in found if isinstance(v, Thrown))]

    def renamed(self, owner: ClassInfo, name: str, st: State, cx: Cx) -> str:
        """A field's key by the rule of its class: `rename="pascal"`, `alias_generator=to_camel`."""
        rule: Value | None = None
        for key, expr in owner.node.keywords:
            if key in ("rename", "rename_all", "alias_generator"):
                rule = next((v for _, v in self.ev(expr, st, cx)[:1]), None)
        config = owner.lookup("model_config")
        if config is not None:
            held = self.obj(st, config[0]) if isinstance(config[0], Ref) else None
            options = dict(config[0].kwargs) if isinstance(config[0], Made) else {}
            rule = options.get("alias_generator", rule)
            if isinstance(held, DictObj):
                rule = dict(held.items).get(Const("alias_generator"), rule)
        if isinstance(rule, (Func, Lam)):
            made = self.call(rule, [Const(name)], [], st.fork(), None, (owner.module, owner.node.n))
            return str(made[0][1].v) if made and isinstance(made[0][1], Const) else name
        word = rule.v if isinstance(rule, Const) else rule.name.rpartition(".")[2] if isinstance(rule, Ext) else ""
        return _respelt(name, str(word).removeprefix("to_"))

    def converted(self, annotation: ir.Expr, value: Value, st: State, cx: Cx, site: Any) -> Found:
        """What an annotation makes of a value: a model is parsed, an enum's member looked up, text made a number."""
        types = list(self.types_in(annotation, st, cx))
        if any(t == NONE for t in types) and value == NONE:
            return [(st, value)]
        for type_ in types:
            if isinstance(type_, Cls) and type_.info.is_model() and isinstance(value, JsonVal):
                return self.parse_model(type_.info, value, st, site)
            if isinstance(type_, Cls) and type_.info.is_enum() and isinstance(value, Const):
                plain = any(isinstance(t, Ext) for t in types)  # `Code | str`: what is no member stays what it is
                return [
                    (s, value if isinstance(made, Thrown) and plain else made)
                    for s, made in self.construct(type_.info, [value], [], st, site)
                ]
        literals = [v for t in types if isinstance(t, Made) and t.name == "typing.Literal" for v in t.args]
        if len(literals) and len(types) == 1 and isinstance(value, Const):
            known = any(isinstance(v, Const) and v.v == value.v and type(v.v) is type(value.v) for v in literals)
            return [(st, value if known else self.throw(st, "builtins.ValueError", site))]
        if types == [Ext("builtins.int")] and isinstance(value, Const) and isinstance(value.v, str):
            try:
                return [(st, Const(int(value.v), field_of(value)))]
            except ValueError:
                return [(st, self.throw(st, "builtins.ValueError", site))]
        return [(st, value)]

    def types_in(self, annotation: ir.Expr, st: State, cx: Cx) -> Iterator[Value]:
        """`Error | None`, `Optional[Error]` → the model Error, None."""
        match annotation:
            case ir.Bin(op="|", left=left, right=right):
                yield from self.types_in(left, st, cx)
                yield from self.types_in(right, st, cx)
            case ir.Sub(value=ir.Name(id="Optional") | ir.Attr(attr="Optional"), index=inner):
                yield from self.types_in(inner, st, cx)
                yield NONE
            case ir.Sub(value=ir.Name(id="Union") | ir.Attr(attr="Union"), index=ir.Seq(items=items)):
                for item in items:
                    yield from self.types_in(item, st, cx)
            case (
                ir.Name()
                | ir.Attr()
                | ir.Const(value=None)
                | ir.Sub(value=ir.Name(id="Literal") | ir.Attr(attr="Literal"))
            ):
                yield from (v for _, v in self.ev(annotation, st, cx)[:1])


def _respelt(name: str, rule: str) -> str:
    words = [w for w in name.split("_") if w]
    match rule:
        case "pascal":
            return "".join(w[:1].upper() + w[1:] for w in words)
        case "camel":
            return "".join(w if i == 0 else w[:1].upper() + w[1:] for i, w in enumerate(words))
        case "kebab":
            return "-".join(words)
        case "upper" | "lower":
            return name.upper() if rule == "upper" else name.lower()
    return name


def alias_of(default: ir.Expr | None) -> str | None:
    """The alias in `Field(alias="Code")`."""
    if isinstance(default, ir.Call):
        for name, value in default.keywords:
            if (
                name in ("alias", "validation_alias", "data_key", "name")
                and isinstance(value, ir.Const)
                and isinstance(value.value, str)
            ):
                return value.value
    return None


def _required(default: ir.Expr) -> bool:
    """`Field(alias="x")` and `Field(...)` have no default."""
    if isinstance(default, ir.Call):
        names = {n for n, _ in default.keywords}
        first = default.args[0] if default.args else None
        ellipsis = isinstance(first, ir.Const) and first.value is ...
        return not names & {"default", "default_factory"} and (first is None or ellipsis)
    return False
