"""What the rules read of single places is noted here: comparisons, reads, texts, tests."""

from __future__ import annotations

from typing import Any

from .core import Core, ReplyInfo
from .facts import Comparison, Test
from .state import Inst, Site, State
from .texts import WORDS
from .values import (
    Cls,
    Const,
    JsonVal,
    RawVal,
    Ref,
    Split,
    Tup,
    Unk,
    Value,
    field_of,
    parts,
)


class Noting(Core):
    """Part of the interpreter."""

    def test_at(self, site: Site, st: State) -> Test:
        """The fact of a condition."""
        info = self.replies[st.target[0]] if st.target is not None else None
        return self.facts.tests.setdefault(site, Test(domain=info.domain if info else None))

    def look(self, *values: Value) -> None:
        """Remember which fields of a reply a condition looks at."""
        fields = {name for value in values if (name := field_of(value)) is not None}
        self.facts.looked |= fields
        self.looks += len(fields)

    def look_at_member(self, value: Value, st: State) -> None:
        """Remember that a condition looks at which member of an enum a reply led to."""
        for _, part in parts(value, st.mask) if self.told and st.target is not None else ():
            owner = self.obj(st, part) if type(part) is Ref else None
            if isinstance(owner, Inst) and isinstance(owner.cls, Cls) and id(owner.cls.info) in self.told:
                self.facts.looked.add(f"member of {owner.cls.info.name}")
                return

    def note_comparison(self, op: str, value: Value, literals: tuple[Value, ...], st: State, site: Any) -> None:
        """Remember that a field was compared with literals; a value that is now one field, now another counts for
        each."""
        if st.target is None or op in ("is", "is not"):
            return
        if type(value) is Tup:
            # `(http_code, code) in PAIRS`: item by item, each with what stands in its place.
            alike = [one for one in literals if type(one) is Tup and len(one.items) == len(value.items)]
            for place, item in enumerate(value.items if alike else ()):
                self.note_comparison(op, item, tuple(one.items[place] for one in alike), st, site)
            return
        if type(value) is not Split and field_of(value) is None:
            return
        found = parts(value, st.mask)
        fields = {name for _, part in found if (name := field_of(part)) is not None}
        self.facts.looked |= fields
        self.looks += len(fields)
        domain = self.replies[st.target[0]].domain
        if domain is None or op in ("<", "<=", ">", ">="):
            return
        for name in sorted(fields):
            own = found if len(fields) == 1 else [(m, p) for m, p in found if field_of(p) == name]
            if name == "message" and any(isinstance(x, Const) and isinstance(x.v, str) and x.v for x in literals):
                self.note_text(value, st, site)
            fact = self.facts.comparisons.setdefault(
                (site, name), Comparison(name, domain.contract.provider, op=op, domain=domain)
            )
            _compare(fact, own, literals, st.mask)

    def note_range(self, item: Value, box: Const, st: State, site: Any) -> None:
        """A string is in no range: note the range's ends as literals that the field was compared with."""
        if any(isinstance(p, Const) and isinstance(p.v, str) for _, p in parts(item, st.mask)) and len(box.v):
            self.note_comparison("in", item, (Const(box.v[0]), Const(box.v[-1])), st, site)
            name = field_of(item)
            if name is not None and (fact := self.facts.comparisons.get((site, name))) is not None:
                fact.derived = True

    def note_text(self, value: Value, st: State, site: Any) -> None:
        """Remember that human-readable text was looked at: a message, or one that holds a code among other words. Text
        that is known to the letter (`f"http.{status}"`) is the program's own."""
        looked = 0
        for mask, part in parts(value, st.mask) if st.target is not None else ():
            field = field_of(part)
            if isinstance(part, RawVal) or field == "message" or (field in WORDS and not isinstance(part, Const)):
                looked |= mask
        if looked:
            before = self.facts.texts.get(site)
            assert st.target is not None
            self.facts.texts[site] = (looked | (before[0] if before else 0), self.replies[st.target[0]].domain)

    def note_read(self, body: JsonVal, pointer: str, st: State, site: Any) -> None:
        """Remember that a place of the body was read."""
        self._read(self.replies[body.reply], pointer, st, site)

    def inside(self, owner: Unk, key: Any, st: State, site: Any) -> Unk | None:
        """A place inside a place of the body that holds nothing as far as the page shows; the read is remembered."""
        if st.target is None or not isinstance(owner.key, tuple) or len(owner.key) != 2:
            return None
        info = self.replies[st.target[0]]
        if owner.key[0] != info.key or not isinstance(owner.key[1], str):
            return None
        pointer = f"{owner.key[1]}/{key}"
        self._read(info, pointer, st, site)
        return Unk((info.key, pointer), taint=True)

    def _read(self, info: ReplyInfo, pointer: str, st: State, site: Any) -> None:
        self.facts.reads.setdefault((site, pointer), info.domain)
        self.facts.readers[site, pointer] = self.facts.readers.get((site, pointer), 0) | st.mask
        if info.place and info.domain is not None and st.mask & info.domain.unfinished:
            self.facts.unfinished.setdefault(info.place, set()).add(pointer)


def _compare(fact: Comparison, found: list[tuple[int, Value]], literals: tuple[Value, ...], points: int) -> None:
    """Add the parts of one field, and the literals that they were compared with."""
    plain = [one for literal in literals for _, one in parts(literal, points)]
    beside = [one for one in plain if isinstance(one, Const) and one.field is None and _hashable(one.v)]
    known = dict.fromkeys(one.v for one in beside)  # no set: the literals keep their order
    for mask, part in found:
        fact.seen |= mask
        if not isinstance(part, Const):
            continue
        for one in known:
            fact.literals.setdefault(one, 0)
        if not _hashable(part.v):
            fact.values.add(repr(part.v))
            continue
        fact.values.add((type(part.v).__name__, part.v))
        if part.v in known:
            fact.literals[part.v] |= mask
            fact.hits |= mask


def _hashable(value: Any) -> bool:
    try:
        hash(value)
    except TypeError:
        return False
    return True
