"""What the comparisons tell: literals that are not documented, of another type, of another field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from ..contracts import CodeRange, Contract, Kind
from ..contracts.errors import nearest
from ..contracts.plain import frozen
from . import ir
from .flow.domain import Domain
from .flow.facts import Comparison
from .flow.state import Site
from .judgement import Judgement
from .roots import is_test


@frozen
class Literal:
    """A literal that a field is compared with. kind: unknown, mismatch, field."""

    kind: str
    site: Site
    domain: Domain
    field: str
    text: str
    shown: str = ""
    near: tuple[str, ...] = ()
    actual: str = ""
    mend: str = ""
    other: str = ""  # the field that the literal is a value of
    all: tuple[str, ...] = ()
    mask: int = 0


def literals(judged: Judgement) -> Iterator[Literal]:
    """All suspicious literals, one per place, kind and value (mismatches: one per place)."""
    for (site, field), fact in sorted(judged.facts.comparisons.items(), key=lambda i: i[0]):
        if field not in ("code", "advice", "status", "state"):
            continue
        wrong: list[Any] = []
        counted = {
            v for v in fact.literals if type(v) is int and not _places(judged, v) and not _places(judged, str(v))
        }
        for value in sorted(fact.literals, key=repr):
            found = _judge(site, field, value, fact)
            if found is not None and found.kind == "unknown" and not counted.isdisjoint(_beside(value)):
                continue  # a range, which nobody wrote code by code
            if found is None or (found.kind == "field" and (site, found.other) in judged.facts.comparisons):
                continue
            if found.kind == "mismatch":
                wrong.append(value)
            else:
                yield replace(found, site=defined_at(judged, value) or site)
        if wrong:
            yield _mismatch(site, field, wrong, fact)


def _judge(site: Site, field: str, value: Any, fact: Comparison) -> Literal | None:
    if isinstance(value, bool) or value is None or value == "" or fact.domain is None:
        return None
    if not isinstance(value, (str, int)):
        return None
    known = documented(fact.domain, field)
    if fact.derived and isinstance(value, int) and all(isinstance(k, str) for k in known):
        return Literal("mismatch", site, fact.domain, field, str(value))
    types = {t for t, _ in (v for v in fact.values if isinstance(v, tuple))} - {"NoneType"}
    if type(value).__name__ not in types and types and str(value) in {str(k) for k in known}:
        return Literal("mismatch", site, fact.domain, field, str(value))
    if field == "status" and _is_no_status(fact.domain, value):
        return Literal("field", site, fact.domain, name_of(field), str(value), other="code")
    if field in ("status", "state") or fact.literals[value] or _is_documented(fact.domain, field, value):
        return None
    if _is_piece(fact, known, value):
        return None
    for other in ("code", "advice", "status"):
        has = str(value) in {str(k) for k in documented(fact.domain, other)}
        if other != field and has and (other != "status" or (field == "code" and isinstance(value, int))):
            return Literal("field", site, fact.domain, field, str(value), other=other)
    near = nearest(str(value), [str(k) for k in known], 2)
    if type(value).__name__ in types and (near or _shaped_like(value, known)):
        return Literal("unknown", site, fact.domain, name_of(field), str(value), near=near)
    return None


def _is_no_status(domain: Domain, value: Any) -> bool:
    """Whether a value is a documented code but no HTTP status, where the page documents statuses beside the codes."""
    if str(value) in {str(int(s)) for s in HTTPStatus} | {str(s) for s in documented(domain, "status")}:
        return False
    beside = any("status" not in r.point.guessed for r in domain.members(domain.errors))
    return beside and str(value) in {str(c) for c in documented(domain, "code")}


def defined_at(judged: Judgement, value: Any) -> Site | None:
    """Where a literal stands, if it stands in one place of the project only."""
    places = _places(judged, value)
    return places[0] if len(places) == 1 else None


def _beside(value: Any) -> tuple[int, ...]:
    """A number and its neighbours."""
    return (value - 1, value, value + 1) if type(value) is int else ()


def _places(judged: Judgement, value: Any) -> list[Site]:
    """Where a literal stands."""
    if judged.constants is None:
        judged.constants = {}
        for path, module in judged.interp.modules.items():
            if not is_test(path):
                for node in constants(module):
                    judged.constants.setdefault((type(node.value), node.value), []).append((path, node.n))
    return judged.constants.get((type(value), value), [])


def constants(module: ir.Module) -> Iterator[ir.Const]:
    """All string and integer literals of a module."""
    for item in module.nodes(ir.Const):
        if isinstance(item.value, (str, int)) and not isinstance(item.value, bool):
            yield item


def unreached(judged: Judgement) -> Iterator[tuple[Site, Domain, int]]:
    """Comparisons with documented codes none of which ever gets there, because something before took them all."""
    for (site, field), fact in sorted(judged.facts.comparisons.items(), key=lambda i: i[0]):
        if field != "code" or not fact.literals or fact.hits or fact.domain is None or fact.derived:
            continue
        missing = 0
        for value in fact.literals:
            if value is None:  # a case without a code isn't one that has `None` for its code
                missing = 0
                break
            mask = fact.domain.mask(
                lambda r, v=value: (
                    r.point.case is not None
                    and r.point.kind is not Kind.SUCCESS
                    and r.point.code == v
                    and type(r.point.code) is type(v)
                )
            )
            sure = fact.domain.mask(lambda r: "status" not in r.point.guessed or r.point.status == 200)
            if not mask or mask & ~sure or mask & fact.seen:
                missing = 0
                break
            missing |= mask
        if missing:
            yield site, fact.domain, missing


def name_of(field: str | None) -> str:
    """A field of a reply in words."""
    return {"advice": "retry advice", "status": "HTTP status"}.get(field or "", field or "field")


def _shaped_like(value: Any, known: set[Any]) -> bool:
    """Whether a literal looks like a code: as many digits, or capitals as documented ones have."""
    texts = [str(k) for k in known]
    text = str(value)
    if text.lstrip("-").isdigit():
        return not text.startswith("-") and len(text) in {len(t) for t in texts if t.isdigit()}
    return (text.isupper() and any(t.isupper() for t in texts)) or any(
        t[:1] == text[:1] and len(t) == len(text) for t in texts
    )


def documented(domain: Domain, field: str) -> set[Any]:
    """The documented values of a field, as this reading has them."""
    found: set[Any] = set()
    for reply in domain.replies:
        if reply.point.case is None:
            continue
        value = {"code": reply.point.code, "advice": reply.point.advice, "status": reply.point.status}.get(field)
        if value is not None:
            found.add(value)
    return found


def _is_documented(domain: Domain, field: str, value: Any) -> bool:
    """Also codes that come only by webhook or lie inside a range."""
    contract: Contract = domain.contract
    if field == "advice":
        return any(a.value == value for a in contract.advices)
    for case in contract.cases:
        if isinstance(case.code, CodeRange):
            if value in case.code or value in (case.code.text,):
                return True
        elif (
            case.code is not None
            and str(case.code) == str(value)
            and (not contract.code_types or type(case.code) is type(value))
        ):
            return True
    return False


def _is_piece(fact: Comparison, known: set[Any], value: Any) -> bool:
    """Whether pieces of codes (`code[:1]`, `code.split("_")[0]`) are compared with what is a piece of a documented one,
    be it one that no reply carries but a webhook; whole codes may be too (`code[:n] for n in (4, 1)`)."""
    texts = [text.casefold() for text in _texts(fact.domain.contract, fact.field)]

    def piece(text: str) -> bool:
        return text != "" and any(text.casefold() in whole for whole in texts)

    whole = {(type(k).__name__, k) for k in known}
    if whole & fact.values and not any(isinstance(v, tuple) and piece(str(v[1])) for v in fact.values - whole):
        return False
    return piece(str(value))


def _texts(contract: Contract, field: str) -> Iterator[str]:
    """All documented values of a field as text, of every channel; of a range both ends."""
    if field == "advice":
        yield from (str(a.value) for a in contract.advices)
        return
    for case in contract.cases:
        if isinstance(case.code, CodeRange):
            yield from (case.code.first, case.code.last)
        elif case.code is not None:
            yield str(case.code)


def _mismatch(site: Site, field: str, wrong: list[Any], fact: Comparison) -> Literal:
    first = wrong[0]
    types = sorted({t for t, _ in (v for v in fact.values if isinstance(v, tuple))} - {"NoneType"})
    mended = (
        repr(str(first))
        if isinstance(first, int)
        else (str(first) if str(first).lstrip("-").isdigit() else repr(first))
    )
    shown = ", ".join(repr(w) for w in wrong[:5])
    words = {"int": "an integer", "str": "a string"}
    return Literal(
        "mismatch",
        site,
        fact.domain,
        name_of(field),
        str(first),
        shown=shown,
        actual=words.get(types[0], types[0]) if types else "",
        mend=mended,
        all=tuple(str(w) for w in wrong),
        mask=fact.seen & fact.domain.documented if fact.derived else 0,
    )
