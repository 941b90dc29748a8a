"""What the validators of a model (pydantic) make of a field's value, of the body before, of the model after."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import Any

from .. import ir
from .classes import ClassInfo
from .core import Cx, Found
from .state import Inst, State
from .subscripts import Subscripts
from .values import Cls, Ext, Func, Made, Ref, Thrown, Value


class Validating(Subscripts):
    """Part of the interpreter."""

    def validated(
        self, info: ClassInfo, name: str, annotation: ir.Expr, value: Value, st: State, cx: Cx, site: Any
    ) -> Found:
        """A value through the validators of its field and its annotation."""
        before, after = _validators(info, name)
        found = self.through([(st, value)], before, info, site)
        going: Found = []
        for s, one in found:
            if isinstance(one, Thrown):
                going.append((s, one))
                continue
            for end, made in self.converted(annotation, one, s, cx, site):
                going.append((end, self.invalid(end, site) if isinstance(made, Thrown) else made))
        return self.through(going, after, info, site)

    def through(self, going: Found, names: list[str], info: ClassInfo, site: Any) -> Found:
        """Values through class methods, one after the other."""
        for step in self.bound_validators(names, info):
            going = [
                end
                for s, one in going
                for end in ([(s, one)] if isinstance(one, Thrown) else self.called_with(step, [one], s, site))
            ]
        return going

    def looked_over(self, found: Found, names: list[str], info: ClassInfo, site: Any) -> Found:
        """Models through their own validators, which give the model to go on with."""
        for name in names:
            own = info.lookup(name)
            if own is None or not isinstance(own[0], Func):
                continue
            going: Found = []
            for s, one in found:
                if isinstance(one, Ref):
                    going.extend(self.called_with(self.bind(own[0], one, own[1]), [], s, site))
                else:
                    going.append((s, one))
            found = going
        return found

    def called_with(self, step: Value, args: list[Value], st: State, site: Any) -> Found:
        """One validator. A ValueError or an AssertionError becomes a ValidationError; what else it raises goes out."""
        return [
            (s, self.refused(s, value, site) if isinstance(value, Thrown) else value)
            for s, value in self.call(step, args, [], st, None, site)
        ]

    def refused(self, st: State, thrown: Thrown, site: Any) -> Thrown:
        """What pydantic makes of what a validator raised. Where a `raise` of the client's did, it is no crash."""
        obj = self.obj(st, thrown.exc) if isinstance(thrown.exc, Ref) else None
        if not isinstance(obj, Inst) or "__crash__" in obj.attrs:
            return self.invalid(st, site)
        bases = obj.cls.info.outside() if isinstance(obj.cls, Cls) else {str(getattr(obj.cls, "name", ""))}
        if not bases & {"builtins.ValueError", "builtins.AssertionError"}:
            return thrown
        return Thrown(self.alloc(st, Inst(Ext("pydantic.ValidationError"), {"__cause__": thrown.exc}, obj.args)))

    def invalid(self, st: State, site: Any) -> Thrown:
        """What pydantic raises for what it doesn't take."""
        return self.throw(st, "pydantic.ValidationError", site)

    @abstractmethod
    def converted(self, annotation: ir.Expr, value: Value, st: State, cx: Cx, site: Any) -> Found:
        """What an annotation makes of a value."""

    def bound_validators(self, names: list[str], info: ClassInfo) -> Iterator[Value]:
        for name in names:
            own = info.lookup(name)
            func = own[0].args[0] if own and isinstance(own[0], Made) and own[0].args else own[0] if own else None
            if isinstance(func, Func) and own is not None:
                yield self.bind(func, Cls(info), own[1])


def _validators(info: ClassInfo, name: str) -> tuple[list[str], list[str]]:
    """Names of the methods that pydantic calls with a field's value: before it is converted, and after."""
    found: dict[bool, list[str]] = {True: [], False: []}
    for kind, early, call, method in _decorated(info):
        fields = {a.value for a in call.args if isinstance(a, ir.Const)}
        if kind in ("field_validator", "validator") and fields & {name, "*"}:
            found[early].append(method)
    return found[True], found[False]


def model_validators(info: ClassInfo) -> tuple[list[str], list[str]]:
    """Names of the methods that pydantic calls with the body before there is a model, and with the model then."""
    found: dict[bool, list[str]] = {True: [], False: []}
    for kind, early, call, method in _decorated(info):
        wraps = any(isinstance(v, ir.Const) and v.value == "wrap" for _, v in call.keywords)
        if (kind == "model_validator" and not wraps) or (kind == "root_validator" and early):
            found[early].append(method)
    return found[True], found[False]


def _decorated(info: ClassInfo) -> Iterator[tuple[str, bool, ir.Call, str]]:
    """The decorators with arguments of a class's methods: the name, whether they say that they come before, the call,
    the method."""
    for cls in info.mro():
        for item in cls.node.body if isinstance(cls, ClassInfo) else ():
            if not isinstance(item, ir.FunctionDef):
                continue
            for call in item.decorators:
                if isinstance(call, ir.Call):
                    kind = call.func.attr if isinstance(call.func, ir.Attr) else getattr(call.func, "id", "")
                    early = any(
                        isinstance(v, ir.Const) and (k, v.value) in (("mode", "before"), ("pre", True))
                        for k, v in call.keywords
                    )
                    yield kind, early, call, item.name
