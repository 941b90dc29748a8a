"""Project classes: attributes, bases, method resolution order, and what dataclass-like decorators make of fields."""

from __future__ import annotations

from dataclasses import field

from ...contracts.plain import changeable
from .. import ir
from .values import Cls, Ext, Value


@changeable
class ClassInfo:
    """A class of the project. fields: annotated fields in order with their default expression. meta: its metaclass."""

    module: str
    node: ir.ClassDef
    name: str
    bases: tuple[Value, ...]
    attrs: dict[str, Value] = field(default_factory=dict)
    fields: list[tuple[str, ir.Expr, ir.Expr | None]] = field(default_factory=list)
    dataclass: bool = False
    frame: int | None = None
    meta: ClassInfo | None = None
    _mro: tuple[ClassInfo | str, ...] = ()
    _outside: frozenset[str] | None = None

    def mro(self) -> tuple[ClassInfo | str, ...]:
        """This class, its bases depth first without repeats; names of outside bases are kept as strings."""
        if not self._mro:
            self._mro = self._ordered()
        return self._mro

    def _ordered(self) -> tuple[ClassInfo | str, ...]:
        found: list[ClassInfo | str] = [self]
        for base in self.bases:
            inherited: tuple[ClassInfo | str, ...] = ()
            if isinstance(base, Cls):
                inherited = base.info.mro()
            elif isinstance(base, Ext):
                inherited = (base.name,)
            for item in inherited:
                if item in found:
                    found.remove(item)
                found.append(item)
        return tuple(found)

    def lookup(self, name: str) -> tuple[Value, ClassInfo] | None:
        """A class attribute with the class that defines it."""
        for cls in self.mro():
            if isinstance(cls, ClassInfo) and name in cls.attrs:
                return cls.attrs[name], cls
        return None

    def outside(self) -> frozenset[str]:
        """Qualified names of the outside classes it inherits from."""
        if self._outside is None:
            self._outside = frozenset(c for c in self.mro() if isinstance(c, str))
        return self._outside

    def all_fields(self) -> list[tuple[str, ir.Expr, ir.Expr | None, ClassInfo]]:
        """Fields of the bases first, a redefinition keeps its place."""
        found: dict[str, tuple[str, ir.Expr, ir.Expr | None, ClassInfo]] = {}
        for cls in reversed(self.mro()):
            if isinstance(cls, ClassInfo):
                for name, annotation, default in cls.fields:
                    found[name] = (name, annotation, default, cls)
        return list(found.values())

    def is_enum(self) -> bool:
        """Whether its members are enum members."""
        return any(name.split(".")[-1] in ENUMS for name in self.outside())

    def is_flag(self) -> bool:
        """Whether its members are flags."""
        return any(name.rsplit(".", 1)[-1] in ("Flag", "IntFlag") for name in self.outside())

    def like_values(self) -> bool:
        """Whether it is an enum whose members compare, count and test like their values."""
        return self.is_enum() and not LIKE_VALUES.isdisjoint(name.rsplit(".", 1)[-1] for name in self.outside())

    def is_exception(self) -> bool:
        """Whether it can be raised, as far as its bases are known."""
        return any(is_exception_name(name) for name in self.outside())

    def is_record(self) -> bool:
        """Whether the constructor is made from the annotated fields."""
        return self.dataclass or any(
            name.split(".")[-1] in ("NamedTuple", "BaseModel", "Struct") for name in self.outside()
        )

    def is_named_tuple(self) -> bool:
        """Whether its instances unpack into their fields."""
        return any(name.endswith("NamedTuple") for name in self.outside())

    def is_model(self) -> bool:
        """Whether it parses a mapping by its fields (pydantic)."""
        return any(name.split(".")[-1] in ("BaseModel", "Struct") for name in self.outside())

    def is_protocol(self) -> bool:
        """Whether it only says which methods there must be, without being inherited from."""
        return any(isinstance(b, Ext) and b.name.rsplit(".", 1)[-1] == "Protocol" for b in self.bases)

    def demands(self) -> set[str]:
        """The methods that it only names: those of a protocol, or abstract ones that no class before it defines."""
        found: set[str] = set()
        for cls in reversed(self.mro()):
            if isinstance(cls, ClassInfo):
                functions = {f.name: f for f in cls.node.body if isinstance(f, ir.FunctionDef)}
                named = {n for n, f in functions.items() if cls.is_protocol() or _abstract(f)}
                found = found - functions.keys() | named
        return found

    def stands_for(self, other: ClassInfo) -> bool:
        """Whether its instances can be what `other` only describes."""
        if self is other or self.is_protocol() or self.demands():
            return False
        return other in self.mro() or (other.is_protocol() and all(self.lookup(name) for name in other.demands()))

    def is_typed_dict(self) -> bool:
        """Whether its values are plain dicts."""
        return any(name.split(".")[-1] == "TypedDict" for name in self.outside())


ENUMS = ("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")
LIKE_VALUES = frozenset({"str", "int", "IntEnum", "StrEnum", "IntFlag", "Flag", "HTTPStatus"})
"""Bases of enums whose members compare, count and test like their values."""


def _abstract(function: ir.FunctionDef) -> bool:
    names = (getattr(d, "attr", getattr(d, "id", "")) for d in function.decorators)
    return any(name in ("abstractmethod", "abstractproperty") for name in names)


def is_exception_name(name: str) -> bool:
    """Whether an outside name is an exception class, by what is known and by convention."""
    last = name.rsplit(".", 1)[-1]
    return last in ("Exception", "BaseException") or last.endswith(("Error", "Exception", "Warning")) or last in (
        "Timeout", "KeyboardInterrupt", "StopIteration", "StopAsyncIteration", "SystemExit", "HTTPStatusError",
    )  # fmt: skip
