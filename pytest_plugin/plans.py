"""What a case is tried with: its points, the readings of what the page leaves open, the scripts of its policy."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ..contracts import Case, Channel, Contract, Kind, Point, Verb, code_types, points
from ..contracts.classify import at
from ..contracts.points import read_as
from . import bodies
from .actions import Fault
from .examples import Example, RetryAfter, Script

HTML: Final = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass(frozen=True, slots=True)
class Plan:
    """One item: a case of a contract, or an off-contract sort (case is None)."""

    id: str
    contract: Contract
    case: Case | None
    off: str | None = None

    @property
    def readings(self) -> tuple[str | None, ...]:
        """The readings of an undocumented JSON type of the code; (None,) where there is nothing to read."""
        code = self.case.code if self.case else None
        if self.contract.code_types or not isinstance(code, (str, int)):
            return (None,)
        kinds = code_types(self.contract)
        return kinds if len({type(read_as(code, kind)) for kind in kinds}) > 1 else (None,)

    def points(self, reading: str | None = None) -> tuple[Point, ...]:
        """The reply classes of the case under a reading."""
        if self.case is None:
            return ()
        alone = replace(self.contract, cases=(replace(self.case, channel=Channel.REPLY),))
        found = points(alone, code_type=reading, off=False)
        return tuple(replace(p, case=self.case) for p in found)

    def scripts(self, *, with_success: bool) -> tuple[Script, ...]:
        """Scripts that try each obligation of the policy."""
        if self.case is None:
            return (Script(),)
        policy = self.case.policy
        if policy.forbids_resend or not with_success or self.case.channel is Channel.WEBHOOK:
            return (Script(),)
        if policy.verb is Verb.UNSPECIFIED:
            return (Script(), Script(1))
        again = policy.resends or 2
        return (Script(), *(Script(n) for n in dict.fromkeys((1, min(2, again), again))))


def guesses(point: Point) -> tuple[str, ...]:
    """The dimensions of a reply that the page does not document. content: it shows no field of the body, though others
    may be there."""
    found = set(point.guessed)
    if point.envelope is None and point.off is None:
        found.add("body")
    if point.envelope is not None and point.envelope.open and not point.envelope.properties:
        found.add("content")
    if point.envelope is not None and any(
        p.reading and p.field in ("code", "advice") for p in point.envelope.properties
    ):
        found.add("field")
    return tuple(sorted(found))


def carries_data(point: Point) -> bool:
    """Whether the consumer's success data may come with this reply: a result that is partial or pending."""
    return point.kind in (Kind.PARTIAL, Kind.PENDING) and point.envelope is not None


def tour(
    plan: Plan, reading: str | None, scripts: Sequence[Script], retry_after: float | None = None
) -> tuple[Example, ...]:
    """Examples that are always tried first: each point small with each script, full, and as documented; with
    `Retry-After` where one is configured and the status is one that carries it."""
    if plan.case is None:
        return off_examples(plan)
    found: list[Example] = []
    for point in plan.points(reading):
        base = Example(point, _plain(plan.contract, point), reading=reading, guessed=guesses(point))
        found += [replace(base, script=script) for script in scripts]
        found.append(replace(base, body=bodies.fullest(point)))
        found += [replace(base, body=body) for body in bodies.samples(point)]
        if carries_data(point):
            found.append(replace(base, data=True))
        if retry_after is not None and point.status in (429, 503):
            found += [replace(base, retry_after=RetryAfter(retry_after, as_date)) for as_date in (False, True)]
    return tuple(found)


def off_examples(plan: Plan) -> tuple[Example, ...]:
    """The replies of an off-contract sort."""
    sort = str(plan.off)
    everything = points(plan.contract)
    errors = [p for p in everything if p.kind is Kind.ERROR and p.envelope and p.off is None]
    model = next((p for p in errors if p.code is not None), (errors or everything)[0])
    listed = [p for p in everything if p.off == sort]
    if listed:
        return tuple(Example(p, _plain(plan.contract, p) if p.envelope else None, guessed=guesses(p)) for p in listed)
    status = 200 if sort == "empty-body" else 502 if sort == "html-502" else model.status
    point = replace(model, case=None, off=sort, status=status)
    body, headers, fault = _fault(sort, model, _plain(plan.contract, model))
    return (Example(point, body, headers, fault=fault, guessed=("status", "body")),)


def _plain(contract: Contract, point: Point) -> Any:
    """The smallest body of a point that has all that its documented bodies have."""
    return bodies.smallest(point, bodies.always_shown(contract, point.envelope))


def _fault(sort: str, model: Point, body: Any) -> tuple[Any, tuple[tuple[str, str], ...], Fault | None]:
    text = json.dumps(body).encode()
    accented = json.dumps({**body, "message": "não é válido"} if isinstance(body, dict) else body, ensure_ascii=False)
    known: dict[str, tuple[Any, tuple[tuple[str, str], ...], Fault | None]] = {
        "html-502": (HTML, (("Content-Type", "text/html; charset=utf-8"),), None),
        "empty-body": (b"", (("Content-Type", "application/json"),), None),
        "truncated-json": (text[: len(text) // 2], (("Content-Type", "application/json"),), None),
        "wrong-type": (text, (("Content-Type", "text/html"),), None),
        "wrong-charset": (
            accented.encode("latin-1", "replace"),
            (("Content-Type", "application/json; charset=utf-8"),),
            None,
        ),
        "missing-code": (_without_code(model, copy.deepcopy(body)), (), None),
        "reset": (None, (), Fault.RESET),
        "slow": (body, (), Fault.SLOW),
    }
    return known[sort]


def _without_code(model: Point, body: Any) -> Any:
    place = model.envelope.property_for("code") if model.envelope else None
    if place is None or not isinstance(body, dict):
        return {}
    parent, _, name = place.pointer.rpartition("/")
    holder = at(body, parent) if parent else body
    if isinstance(holder, dict):
        holder.pop(name, None)
    return body
