"""What the reads of a body tell: a code or an advice that is looked for where no documented body has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..contracts.envelope import Property
from . import ir
from .comparisons import constants, documented
from .flow.domain import Domain
from .flow.state import Site
from .judgement import Judgement

CODEISH: Final = frozenset({"code", "errorcode", "errcode", "statuscode", "codigo"})
TEXTISH: Final = frozenset(
    {"message", "msg", "text", "detail", "details", "description", "reason", "mensaje", "mensagem", "descripcion"}
)
STATUSISH: Final = frozenset({"httpstatus", "httpstatuscode", "httpcode", "statuscode"})
WAITISH: Final = frozenset({"retryafter", "retryafterseconds", "retryin", "waitseconds", "waittime", "retryable"})
FIELDS: Final = ("code", "advice", "message", "status")


def misread(judged: Judgement) -> Iterator[tuple[Site, Domain, str, Property]]:
    """Reads from a place that no envelope has: (site, domain, pointer, the documented place).

    A module that reads the right place too only looks in several places, unless this one is `_alone`. Where the right
    place is itself a reading of the page, another place is wrong only if the project reads the right one elsewhere.
    """
    for field in FIELDS:
        yield from _of_field(judged, field)
    yield from _texts_of_others(judged)


def _texts_of_others(judged: Judgement) -> Iterator[tuple[Site, Domain, str, Property]]:
    """Texts read at the top of bodies each of which has its text beside that place, where nobody reads it."""
    facts = judged.facts
    for (site, pointer), domain in sorted(facts.reads.items(), key=lambda r: r[0]):
        if domain is None or pointer.count("/") != 1 or _plain(pointer[1:]) not in TEXTISH:
            continue
        mask = facts.readers[site, pointer]
        shapes = {id(e): e for r in domain.members(mask) if (e := r.point.envelope) is not None}.values()
        texts = {p.pointer: p for e in shapes for p in e.properties if p.field == "message"}
        if len(texts) != 1 or mask & ~(domain.errors | domain.unknown_code):
            continue
        ((right, place),) = texts.items()
        known = place.required and not place.reading and right.count("/") == 1
        if known and all(p.pointer != pointer for p in _places(domain)) and not _read(judged, right, mask):
            yield site, domain, pointer, place


def _read(judged: Judgement, pointer: str, mask: int) -> bool:
    """Whether a place is read anywhere for some of these points."""
    return any(readers & mask for (_, other), readers in judged.facts.readers.items() if other == pointer)


def _of_field(judged: Judgement, field: str) -> Iterator[tuple[Site, Domain, str, Property]]:
    reads = [(site, pointer, domain) for (site, pointer), domain in judged.facts.reads.items() if domain is not None]
    right = {site for site, pointer, domain in reads if any(p.pointer == pointer for p in _places(domain, field))}
    functions = {(site[0], judged.function_at(site)) for site in right}
    modules = {path for path, _ in right}
    for site, pointer, domain in sorted(reads, key=lambda r: r[:2]):
        wanted = _places(domain, field)
        places = _places(domain)
        if not wanted or any(p.pointer == pointer for p in places):
            continue
        if all(p.reading for p in wanted):
            if not modules or (site[0], judged.function_at(site)) in functions:
                continue
        elif (
            site[0] in modules
            and _plain(pointer.rpartition("/")[2]) not in WAITISH  # a wait is read beside the advice
            and not (field == "code" and _alone(judged, site, domain))
        ):
            continue
        if _meant(pointer, field, wanted, places) or _default_of(judged, site, domain, field):
            yield site, domain, pointer, wanted[0]


def _alone(judged: Judgement, site: Site, domain: Domain) -> bool:
    """Whether what is read is compared at once with a documented code that nothing else in its module is compared with:
    then it isn't looked for in several places."""
    module = judged.interp.modules.get(site[0])
    if module is None:
        return False
    asked = [c for c in module.nodes(ir.Compare) if c.left.n == site[1] and len(c.ops) == 1]
    if not asked or not isinstance(told := asked[0].ops[0][1], ir.Const):
        return False
    codes = {(type(code), code) for code in documented(domain, "code")}
    others = sum(1 for c in constants(module) if c.value == told.value)
    return (type(told.value), told.value) in codes and others == 1


def _default_of(judged: Judgement, site: Site, domain: Domain, field: str) -> bool:
    """Whether what stands for a missing value is a documented value of the field (`error.get("Action", "STOP")`)."""
    module = judged.interp.modules.get(site[0])
    calls = [c for c in module.nodes(ir.Call) if c.n == site[1]] if module is not None and field != "message" else []
    return any(
        isinstance(arg, ir.Const) and arg.value in documented(domain, field) for call in calls for arg in call.args[1:]
    )


def _places(domain: Domain, field: str | None = None) -> list[Property]:
    """The documented places of all bodies, or those of one field."""
    return [p for e in domain.contract.envelopes for p in e.properties if field is None or p.field == field]


def _meant(pointer: str, field: str, wanted: list[Property], places: list[Property]) -> bool:
    """Whether a read at an undocumented place was meant for a field."""
    parent, _, last = pointer.rpartition("/")
    name = _plain(last)
    names = {_plain(p.pointer.rpartition("/")[2]) for p in wanted}
    beside = any(p.pointer.rpartition("/")[0] == parent for p in wanted)
    if parent and beside and any(known in name for known in names):
        return True
    if field == "advice":
        return bool(parent) and beside and name in WAITISH
    if field == "status":
        return beside and name in STATUSISH
    if field == "message":
        return bool(parent) and beside and name in TEXTISH
    if field != "code":
        return False
    if name in CODEISH | names and _near(pointer, places):
        return True
    return name in ("error", "errors") and not any(p.pointer.startswith(pointer + "/") for p in places)


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").lower()


def _near(pointer: str, places: list[Property]) -> bool:
    """Whether a pointer is at the top of the body, or inside what is called an error there."""
    parent = pointer.rpartition("/")[0]
    head = _plain(pointer.split("/")[1])
    return (
        not parent
        or head in ("error", "errors")
        or any(p.pointer.startswith(parent + "/") or p.pointer == parent for p in places)
    )
