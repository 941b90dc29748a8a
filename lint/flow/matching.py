"""match statements."""

from __future__ import annotations

from typing import Any

from .. import ir
from .branching import Branching, asked
from .comparing import Comparing
from .core import Cx
from .ends import Ends, Raise
from .merging import Merging
from .state import State
from .subscripts import Subscripts
from .values import (
    ABSENT,
    Cls,
    Const,
    Ext,
    Thrown,
    Unk,
    Value,
    key_of,
    parts,
    split,
    tainted,
)


class Matching(Subscripts, Comparing, Branching, Merging):
    """Part of the interpreter."""

    def x_match(self, stmt: ir.Match, st: State, cx: Cx) -> Ends:
        done: Ends = []
        for s, value in self.ev(stmt.subject, st, cx):
            if isinstance(value, Thrown):
                done.append((s, Raise(value.exc)))
                continue
            going = [s]
            before, self.since = self.since, self.mark()
            self.would_match(stmt, value, s, cx)
            for case in stmt.cases:
                left: list[State] = []
                for state in going:
                    seen = state.mask
                    for matched, ok in self.match(case.pattern, value, state, cx):
                        if ok and case.guard is not None:
                            for guarded, answer in self.branch(case.guard, matched, cx):
                                if answer is True:
                                    self.took(case, seen, guarded, cx)
                                    done.extend(self.exec_block(case.body, guarded, cx))
                                elif isinstance(answer, Thrown):
                                    done.append((guarded, Raise(answer.exc)))
                                else:
                                    left.append(guarded)
                        elif ok:
                            self.took(case, seen, matched, cx)
                            done.extend(self.exec_block(case.body, matched, cx) if case.body else [(matched, None)])
                        else:
                            left.append(matched)
                going = self.merge(left)
            self.since = before
            done.extend((g, None) for g in going)
        return done

    def would_match(self, stmt: ir.Match, value: Value, st: State, cx: Cx) -> None:
        """For each case but a catch-all, the points that would take it were the cases before it not there; not where
        it looks at fewer fields than those: that one is there for the rest."""
        if st.target is None:
            return
        looked, before = self.facts.looked, set[str]()
        for case in stmt.cases:
            if case.pattern.kind == "capture" and case.guard is None:
                continue
            self.facts.looked = set()
            hits = 0
            for s, ok in self.match(case.pattern, value, asked(st), cx):
                if ok and case.guard is None and s.certain:
                    hits |= s.mask
                elif ok and case.guard is not None:
                    for guarded, answer in self.branch(case.guard, s, cx):
                        hits |= guarded.mask if answer is True and guarded.certain else 0
            test = self.test_at((cx.module, case.pattern.n), st)
            looks = self.facts.looked
            if before and before <= looks:
                test.would |= hits
            before |= looks
        self.facts.looked = looked | before

    def took(self, case: ir.MatchCase, seen: int, st: State, cx: Cx) -> None:
        """Note that points took a match case."""
        if st.target is not None:
            test = self.test_at((cx.module, case.pattern.n), st)
            test.seen |= seen
            test.taken |= st.mask
            if case.pattern.kind != "capture":
                st.note("branch", (cx.module, case.pattern.n), "case")

    def match(self, pattern: ir.Pattern, value: Value, st: State, cx: Cx) -> list[tuple[State, bool]]:
        """A pattern against a value."""
        site = (cx.module, pattern.n)
        match pattern.kind:
            case "capture":
                if pattern.name:
                    st.set(cx.frame, pattern.name, value)
                return [(st, True)]
            case "as":
                found = self.match(pattern.parts[0], value, st, cx)
                for s, ok in found:
                    if ok and pattern.name:
                        s.set(cx.frame, pattern.name, value)
                return found
            case "or":
                done: list[tuple[State, bool]] = []
                going = [st]
                for index, part in enumerate(pattern.parts):
                    if index:
                        # Each alternative is looked at by itself too: what an earlier one takes is not out of reach.
                        self.match(part, value, st.fork(), cx)
                    left: list[State] = []
                    for state in going:
                        for s, ok in self.match(part, value, state, cx):
                            (done.append((s, True)) if ok else left.append(s))
                    going = left
                return done + [(s, False) for s in going]
            case "value":
                assert pattern.value is not None
                results: list[tuple[State, bool]] = []
                for s, literal in self.ev(pattern.value, st, cx):
                    if not isinstance(literal, Thrown):
                        for state, same in self.compared("==", value, literal, s, site):
                            results.extend(self.choose(state, same, site) if not isinstance(same, Thrown) else [])
                return results
            case "sequence":
                return self.match_all(st, pattern.parts, lambda s: self.sequence_parts(s, value, pattern), cx)
            case "mapping":
                return self.match_mapping(pattern, value, st, cx)
            case "class":
                return self.match_class(pattern, value, st, cx)
        return [(st, True)]

    def sequence_parts(self, st: State, value: Value, pattern: ir.Pattern) -> list[Value] | None:
        """The items that a sequence pattern's parts see, None if it can't match."""
        known, more = self.items_of(st, value)
        if known is None or more:
            return [Unk(("item", key_of(value), i), taint=tainted(value)) for i in range(len(pattern.parts))]
        if any(p.kind == "star" for p in pattern.parts):
            return [Unk(("item", key_of(value), i), taint=tainted(value)) for i in range(len(pattern.parts))]
        return list(known) if len(known) == len(pattern.parts) else None

    def match_all(self, st: State, patterns: list[ir.Pattern], values: Any, cx: Cx) -> list[tuple[State, bool]]:
        """All parts must match; the first that doesn't ends it."""
        found = values(st)
        if found is None:
            return [(st, False)]
        done: list[tuple[State, bool]] = []
        going = [st]
        for pattern, value in zip(patterns, found, strict=True):
            after: list[State] = []
            for state in going:
                for s, ok in self.match(pattern, value, state, cx):
                    (after.append(s) if ok else done.append((s, False)))
            going = after
        return done + [(s, True) for s in going]

    def match_mapping(self, pattern: ir.Pattern, value: Value, st: State, cx: Cx) -> list[tuple[State, bool]]:
        """`{"code": 200}` against a body or a dict."""
        done: list[tuple[State, bool]] = []
        going: list[State] = [st]
        for key_expr, part in zip(pattern.keys, pattern.parts, strict=True):
            after: list[State] = []
            for state in going:
                for s, key in self.ev(key_expr, state, cx):
                    for found_state, item in self.item(s, value, key, (cx.module, pattern.n), ABSENT):
                        for piece, one in self.pieces(found_state, item, part):
                            if one is ABSENT or isinstance(one, Thrown):
                                done.append((piece, False))
                                continue
                            for m, ok in self.match(part, one, piece, cx):
                                (after.append(m) if ok else done.append((m, False)))
            going = after
        if pattern.name:
            for state in going:
                state.set(cx.frame, pattern.name, Unk(("rest", key_of(value)), "dict", taint=tainted(value)))
        return done + [(s, True) for s in going]

    def pieces(self, st: State, value: Value, pattern: ir.Pattern) -> list[tuple[State, Value]]:
        """What stands under a key: where it is there, together, if the pattern for it looks at each by itself."""
        found = parts(value, st.mask)
        there = [(mask, one) for mask, one in found if one is not ABSENT]
        if len(there) < 2 or pattern.kind == "sequence":
            return self.by_part(st, value)
        gone = [(st.fork(mask), one) for mask, one in found if one is ABSENT]
        return [*gone, (st.fork(sum(mask for mask, _ in there)) if gone else st, split(there))]

    def by_class(self, st: State, value: Value, cls: Value, whole: bool) -> list[tuple[State, Value, bool | None]]:
        """A value by whether it is of a class: part by part, or, where nothing in it is asked for (`str(code)`), those
        that are together, and those that are not."""
        found = parts(value, st.mask)
        if len(found) < 2 or not whole:
            return [(part, one, self.is_instance(part, one, cls)) for part, one in self.by_part(st, value)]
        answers = [(self.is_instance(st, one, cls), mask, one) for mask, one in found]
        grouped: list[tuple[State, Value, bool | None]] = [
            (st.fork(mask), one, None) for known, mask, one in answers if known is None
        ]
        for answer in (True, False):
            same = [(mask, one) for known, mask, one in answers if known is answer]
            if same:
                grouped.append((st.fork(sum(mask for mask, _ in same)), split(same), answer))
        return grouped

    def keys_of(self, pattern: ir.Pattern, cls: Value, st: State) -> list[str | None]:
        """The attributes that a class pattern's parts see; None is the value itself (`int(code)`)."""
        if not isinstance(cls, Cls):
            given = self.library.positional(cls.name) if isinstance(cls, Ext) else ()
            return [given[i] if key is None and i < len(given) else key for i, key in enumerate(pattern.keys)]
        told = cls.info.lookup("__match_args__")
        named = self.items_of(st, told[0])[0] if told is not None else None
        names = [str(v.v) for v in named if isinstance(v, Const)] if named is not None else []
        names = names or [name for name, *_ in cls.info.all_fields()]
        return [names[i] if key is None and i < len(names) else key for i, key in enumerate(pattern.keys)]

    def match_class(self, pattern: ir.Pattern, value: Value, st: State, cx: Cx) -> list[tuple[State, bool]]:
        """`int(code)`, `str()`, `Error(code=x)`, `Error(x)`."""
        assert pattern.value is not None
        done: list[tuple[State, bool]] = []
        for s, cls in self.ev(pattern.value, st, cx):
            keys = self.keys_of(pattern, cls, s)
            for part, one, known in self.by_class(s, value, cls, all(key is None for key in keys)):
                chosen = (
                    [(part, known)]
                    if known is not None
                    else self.choose(
                        part, Unk(("isinstance", key_of(one), key_of(cls)), taint=tainted(one)), (cx.module, pattern.n)
                    )
                )
                for state, ok in chosen:
                    if not ok:
                        done.append((state, False))
                        continue
                    values: list[Value] = []
                    for key in keys:
                        if key is None:
                            values.append(one)
                        else:
                            read = self.attr(one, key, state, cx, (cx.module, pattern.n))
                            values.append(
                                read[0][1]
                                if read and not isinstance(read[0][1], Thrown)
                                else Unk(("attr", key_of(one), key))
                            )
                    done.extend(self.match_all(state, pattern.parts, lambda _, v=values: v, cx))
        return done
