"""What attrs does with the fields of a record: converters make the values, validators look at the finished object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import ir
from .classes import ClassInfo
from .core import Cx
from .parsed import Parsed
from .state import State
from .values import Func, Lam, Made, Partial, Ref, Thrown, Tup, Unk, Value


class AttrsFields(Parsed):
    """Part of the interpreter."""

    def converted_field(
        self, default: ir.Expr, name: str, attrs: dict[str, Value] | Thrown, st: State, cx: Cx, site: Any
    ) -> list[tuple[State, dict[str, Value] | Thrown]]:
        """A field through its converter."""
        convert = None if isinstance(attrs, Thrown) else self.field_option(default, "converter", st, cx)
        if convert is None or isinstance(attrs, Thrown):
            return [(st, attrs)]
        return [
            (s, v if isinstance(v, Thrown) else {**attrs, name: v})
            for s, v in self.call(convert, [attrs[name]], [], st, cx, site)
        ]

    def looked_at(self, info: ClassInfo, ref: Ref, st: State, site: Any) -> list[tuple[State, Thrown | None]]:
        """A finished object through the validators of its fields; what one raises."""
        going: list[tuple[State, Thrown | None]] = [(st, None)]
        for name, validator in self.field_validators(info, st):
            after: list[tuple[State, Thrown | None]] = []
            for s, thrown in going:
                if thrown is not None:
                    after.append((s, thrown))
                    continue
                args = [ref, Unk(("attribute", name)), self.obj(s, ref).attrs[name]]
                ends = self.call(validator, args, [], s, None, site)
                after += [(end, v if isinstance(v, Thrown) else None) for end, v in ends]
            going = after
        return going

    def field_validators(self, info: ClassInfo, st: State) -> Iterator[tuple[str, Value]]:
        """The project's own validators by field: those of the field's options, then the methods that decorate it."""
        fields = info.all_fields()
        for name, _, default, owner in fields:
            if default is None or not _names(default, "validator"):
                continue
            given = self.field_option(default, "validator", st, Cx(owner.module, owner.frame or 0, None, owner))
            several = self.items_of(st, given)[0] if isinstance(given, (Ref, Tup)) else [given]
            yield from ((name, one) for one in several or () if isinstance(one, (Func, Lam, Partial)))
        names = {name for name, *_ in fields}
        for cls in info.mro():
            if isinstance(cls, ClassInfo):
                yield from ((name, Func(cls.module, f, cls.frame, None, cls)) for name, f in _methods(cls, names))

    def field_option(self, default: ir.Expr, option: str, st: State, cx: Cx) -> Value | None:
        """An option of `attrs.field(…)`."""
        options = next((v for _, v in self.ev(default, st, cx)[:1]), None)
        return dict(options.kwargs).get(option) if isinstance(options, Made) else None


def _methods(cls: ClassInfo, fields: set[str]) -> Iterator[tuple[str, ir.FunctionDef]]:
    """The methods of a class that validate one of these fields: `@code.validator`."""
    for item in cls.node.body:
        if not isinstance(item, ir.FunctionDef):
            continue
        for decorator in item.decorators:
            match decorator:
                case ir.Attr(value=ir.Name(id=name), attr="validator") if name in fields:
                    yield name, item


def has_converter(default: ir.Expr) -> bool:
    """Whether a field's default says what converts it."""
    return _names(default, "converter")


def _names(default: ir.Expr, option: str) -> bool:
    return isinstance(default, ir.Call) and any(name == option for name, _ in default.keywords)
