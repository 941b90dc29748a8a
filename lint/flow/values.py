"""Abstract values. All are immutable; what changes lives in the state's heap and frames.

`Split` is a value that depends on the point: disjoint masks of points, each with its value. `field` says which field
of a reply a value came from (`code`, `status`, `advice`, `message`…); `taint` that an unknown value was made from a
reply.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from ...contracts.plain import frozen
from .. import ir


class Value:
    """Any abstract value."""

    __slots__ = ()


@frozen
class Const(Value):
    """A known Python value (scalars, timedelta, range, …)."""

    v: Any
    field: str | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Const) and type(self.v) is type(other.v) and bool(self.v == other.v)

    def __hash__(self) -> int:
        try:
            return hash(self.v)
        except TypeError:
            return hash(type(self.v))


@frozen
class Unk(Value):
    """An unknown value. key: structural identity (equal keys are the same value). type: its Python type if known."""

    key: Any
    type: str | None = None
    field: str | None = None
    taint: bool = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unk) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


@frozen
class Uncoded(Unk):
    """What stands at a code's place in a reply of a case that has no code: none of the documented ones."""

    codes: frozenset[object] = frozenset()

    __eq__ = Unk.__eq__
    __hash__ = Unk.__hash__


@frozen
class Split(Value):
    """One value per group of points; the masks are disjoint."""

    parts: tuple[tuple[int, Value], ...]


@frozen
class Tup(Value):
    """A tuple of known length."""

    items: tuple[Value, ...]


@frozen
class Ref(Value):
    """An object in the heap."""

    id: int


@frozen
class Func(Value):
    """A project function, perhaps bound to its first argument."""

    module: str
    node: ir.FunctionDef
    frame: int | None = None
    bound: Value | None = None
    owner: Any = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Func) and self.node is other.node and self.bound == other.bound

    def __hash__(self) -> int:
        return id(self.node)


@frozen
class Lam(Value):
    """A lambda with the frame that it closes over."""

    module: str
    node: ir.Lambda
    frame: int | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lam) and self.node is other.node

    def __hash__(self) -> int:
        return id(self.node)


@frozen
class Cls(Value):
    """A project class (a `classes.ClassInfo`)."""

    info: Any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cls) and self.info is other.info

    def __hash__(self) -> int:
        return id(self.info)


@frozen
class Mod(Value):
    """A module of the project."""

    name: str


@frozen
class Ext(Value):
    """A name from outside the project, by its qualified name (`requests.post`, `builtins.KeyError`)."""

    name: str


@frozen
class Made(Value):
    """What a call of an outside name gave: kept structurally, so that models can read it later."""

    name: str
    args: tuple[Value, ...] = ()
    kwargs: tuple[tuple[str, Value], ...] = ()
    serial: int = 0
    taint: bool = False

    def get(self, position: int, name: str) -> Value | None:
        """An argument by position or keyword."""
        for key, value in self.kwargs:
            if key == name:
                return value
        return self.args[position] if 0 <= position < len(self.args) else None


@frozen
class Method(Value):
    """A method of a value that isn't a project object (`"x".startswith`, `reply.json`)."""

    recv: Value
    name: str


@frozen
class Partial(Value):
    """functools.partial."""

    func: Value
    args: tuple[Value, ...]
    kwargs: tuple[tuple[str, Value], ...]


@frozen
class Native(Value):
    """A callable that a model implements. run(interp, state, args, kwargs, site) -> results."""

    name: str
    run: Callable[..., Any]
    key: Any = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Native) and self.name == other.name and self.key == other.key and self.run == other.run

    def __hash__(self) -> int:
        return hash((self.name, self.run))


@frozen
class Wrapped(Value):
    """A function inside a retry layer (or another layer that a model implements): kind names the model."""

    kind: str
    func: Value
    policy: Value | None
    module: str
    n: int


@frozen
class Super(Value):
    """`super()` in a method of a class."""

    owner: Any
    bound: Value


@frozen
class ReplyVal(Value):
    """A response object. reply: its number in the interpreter's list of replies."""

    reply: int


@frozen
class RawVal(Value):
    """A reply's body as text or bytes."""

    reply: int


@frozen
class JsonVal(Value):
    """A reply's parsed body at a JSON Pointer."""

    reply: int
    pointer: str = ""


@frozen
class Thrown(Value):
    """Not a value: the evaluation raised this exception."""

    exc: Value


class _Absent(Value):
    __slots__ = ()

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT: Final = _Absent()
NONE: Final = Const(None)
TRUE: Final = Const(True)
FALSE: Final = Const(False)


def parts(value: Value, mask: int) -> list[tuple[int, Value]]:
    """The value's parts that matter under a mask of points; no part depends on the point itself."""
    if type(value) is Split:
        return [(part & mask, inner) for part, inner in value.parts if part & mask]
    if type(value) is Tup and any(type(i) is Split or type(i) is Tup for i in value.items):
        # A tuple of values that depend on the point depends on it as a whole.
        return lift(mask, value.items, lambda *items: Tup(items))
    return [(mask, value)]


def split(found: Iterable[tuple[int, Value]]) -> Value:
    """One value of (mask, value) pairs; equal values share a mask, a single one stands alone."""
    merged: list[tuple[int, Value]] = []
    index: dict[Value, int] = {}
    for mask, value in found:
        plain = type(value) is not Split and type(value) is not Tup
        for inner_mask, inner in ((mask, value),) if plain else parts(value, mask):
            place = index.setdefault(inner, len(merged))
            if place == len(merged):
                merged.append((inner_mask, inner))
            elif getattr(merged[place][1], "field", None) == getattr(inner, "field", None):
                merged[place] = (merged[place][0] | inner_mask, inner)
            else:
                index[inner] = len(merged)
                merged.append((inner_mask, inner))
    if len(merged) == 1:
        return merged[0][1]
    return Split(tuple(merged))


def narrow(value: Value, mask: int) -> Value:
    """The value under a smaller mask; itself where that leaves out nothing."""
    if type(value) is not Split:
        return value
    for part, _ in value.parts:
        if part & mask != part:
            found = parts(value, mask)
            return found[0][1] if len(found) == 1 else Split(tuple(found))
    return value


def lift(mask: int, values: tuple[Value, ...], pure: Callable[..., Value]) -> list[tuple[int, Value]]:
    """Apply a pure function point by point; gives (mask, result) pairs with equal results merged."""
    for value in values:
        if type(value) is Split or type(value) is Tup:
            break
    else:
        return [(mask, pure(*values))]
    combos: list[tuple[int, tuple[Value, ...]]] = [(mask, ())]
    for value in values:
        if isinstance(value, (Split, Tup)):
            combos = [(m, (*done, part)) for old, done in combos for m, part in parts(value, old)]
        else:
            combos = [(m, (*done, value)) for m, done in combos]
    if len(combos) == 1:
        return [(combos[0][0], pure(*combos[0][1]))]
    result = split((m, pure(*args)) for m, args in combos)
    return list(result.parts) if isinstance(result, Split) else [(mask, result)]


def tainted(value: Value | None) -> bool:
    """Whether a value depends on a reply in a way that is not known."""
    match value:
        case Unk() | Made():
            return value.taint
        case Split():
            return any(tainted(v) for _, v in value.parts)
        case Tup():
            return any(tainted(v) for v in value.items)
        case JsonVal() | RawVal() | ReplyVal():
            return True
        case _:
            return False


def field_of(value: Value | None) -> str | None:
    """The field of a reply that a value came from; None if it came from none or its parts disagree."""
    if isinstance(value, (Const, Unk)):
        return value.field
    if isinstance(value, Split):
        fields: set[str | None] = set()
        for _, part in value.parts:
            if type(part) is not Const:
                fields.add(field_of(part))
            elif part.field is not None or part.v:
                # What a missing field is replaced by (`or 0`, `.get("error", "")`) says nothing of where it is from.
                fields.add(part.field)
        if len(fields) > 1 and fields <= {"message", "code-text", "status-text"}:
            return "message"
        return fields.pop() if len(fields) == 1 else None
    return None


def key_of(value: Value) -> Any:
    """A hashable structural identity: equal keys are the same value."""
    match value:
        case Const(v):
            try:
                hash(v)
            except TypeError:
                return ("const", repr(v))
            return ("const", type(v).__name__, v)
        case Unk(key):
            return key
        case Tup(items):
            return ("tuple", *(key_of(i) for i in items))
        case Made():
            return (
                "made", value.name, tuple(key_of(a) for a in value.args),
                tuple((k, key_of(v)) for k, v in value.kwargs), value.serial,
            )  # fmt: skip
        case Split(found):
            return ("split", tuple((m, key_of(v)) for m, v in found))
        case _:
            return value
