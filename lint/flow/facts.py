"""What the rules read of single expressions: comparisons, lookups, reads of fields, decisions on text, and what could
not be followed. Gathered over all runs of one reading; one entry per place."""

from __future__ import annotations

import dataclasses
from typing import Any

from ...contracts.plain import changeable


@changeable
class Comparison:
    """A field of a reply tested against literals. hits: points for which some literal matched; seen: points that
    came here; literals: the plain values compared with, each with the points whose field equals it."""

    field: str
    provider: str
    literals: dict[Any, int] = dataclasses.field(default_factory=dict)
    seen: int = 0
    hits: int = 0
    values: set[Any] = dataclasses.field(default_factory=set)
    op: str = "=="
    derived: bool = False
    domain: Any = None


@changeable
class Test:
    """A condition of an if, elif, match case or handler: points that came, that took it, that would have taken it
    had the branches before it on the same value not been there; beside: those that would by their code, which the
    branches before it don't look at; alone: those that would by one part of an `and` (its ident), of the fields that
    the branches before it look at."""

    seen: int = 0
    taken: int = 0
    would: int = 0
    beside: int = 0
    alone: dict[int, int] = dataclasses.field(default_factory=dict)
    unsure: bool = False
    domain: Any = None


@changeable
class Facts:
    """All facts of one reading, by place (module, ident)."""

    comparisons: dict[tuple[tuple[str, int], str], Comparison] = dataclasses.field(default_factory=dict)
    tests: dict[tuple[str, int], Test] = dataclasses.field(default_factory=dict)
    texts: dict[tuple[str, int], tuple[int, Any]] = dataclasses.field(default_factory=dict)
    reads: dict[tuple[tuple[str, int], str], Any] = dataclasses.field(default_factory=dict)
    readers: dict[tuple[tuple[str, int], str], int] = dataclasses.field(default_factory=dict)  # the points of each
    unfinished: dict[str, set[str]] = dataclasses.field(default_factory=dict)
    looked: set[str] = dataclasses.field(default_factory=set)
    unresolved: dict[tuple[str, int], str] = dataclasses.field(default_factory=dict)
    requests: set[tuple[str, int]] = dataclasses.field(default_factory=set)
    raised: set[Any] = dataclasses.field(default_factory=set)
    wrapped: dict[tuple[str, int], Any] = dataclasses.field(default_factory=dict)
    dead: dict[tuple[str, int], tuple[str, Any]] = dataclasses.field(default_factory=dict)
    passed: dict[tuple[str, int], tuple[tuple[str, ...], Any, int]] = dataclasses.field(default_factory=dict)
    live: set[tuple[str, int]] = dataclasses.field(default_factory=set)
