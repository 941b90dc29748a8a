"""Which documented case is this reply? Total and pure: any input gives a Match, none raises."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from .model import Case, Channel, CodeRange, Contract, Envelope, Kind, Policy, StatusUnspecified
from .points import strictest

MAX_DEPTH: Final = 400
MISSING: Final = object()


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP reply. status: HTTP status or None if unknown. body: bytes, text, or an already parsed JSON value."""

    status: int | None = None
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """cases: all documented cases that fit, in file order. policy: the strictest of theirs. unknown: the field whose
    value the contract does not have (`code`, `advice`, `status`, `body`), None where a case fits."""

    cases: tuple[Case, ...]
    policy: Policy
    unknown: str | None = None


def at(body: Any, pointer: str) -> Any:
    """The value at a JSON Pointer, or MISSING."""
    value = body
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and name in value:
            value = value[name]
        elif (
            isinstance(value, list) and name.isascii() and name.isdigit() and len(name) < 10 and int(name) < len(value)
        ):
            value = value[int(name)]
        else:
            return MISSING
    return value


def parse_body(body: Any) -> Any:
    """A reply's body as a JSON value, or MISSING where it is none (empty, not JSON, nested beyond reason)."""
    if isinstance(body, (bytes, bytearray)):
        try:
            body = bytes(body).decode("utf-8-sig")
        except UnicodeDecodeError:
            return MISSING
    if not isinstance(body, str):
        return MISSING if body is None else body
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return MISSING


def classify(
    contract: Contract, reply: Reply, *, surface: str | None = None, method: str | None = None, channel: str = "reply"
) -> Match:
    """The documented cases that a reply may be.

    surface, method: restrict to cases of this surface, and to those whose scope includes the method.
    """
    body = parse_body(reply.body)
    status = reply.status if isinstance(reply.status, int) and not isinstance(reply.status, bool) else None
    scope = [c for c in contract.cases if _in_scope(c, surface, method, channel)]
    documented = [c for c in scope if c.kind is not Kind.TRANSPORT]
    code, advice, codeless = _code_of(contract, body, documented)
    status = _status_in_body(contract, body, status)
    if code is MISSING:
        # An undocumented code is not a body without a code.
        fits = [c for c in codeless if c.code is None and _status_fits(contract, c, status)]
        fits = fits or [
            c for c in scope if c.code is None and c.kind is Kind.TRANSPORT and _status_fits(contract, c, status)
        ]
        return Match(tuple(fits), strictest(c.policy for c in fits), None if fits else _why(contract, body, status))
    by_code = [c for c in documented if _code_fits(contract, c, code)]
    by_status = [c for c in by_code if _status_fits(contract, c, status)]
    if not by_code:
        return Match((), contract.unknown_advice if advice is not None else Policy(), "code")
    if not by_status:
        return Match((), Policy(), "status")
    fits = [c for c in by_status if c.advice is None or c.advice == advice]
    if not fits:
        return Match((), contract.unknown_advice, "advice")
    return Match(tuple(fits), strictest(c.policy for c in fits))


def _in_scope(case: Case, surface: str | None, method: str | None, channel: str) -> bool:
    if surface is not None and case.surface != surface:
        return False
    if method is not None and case.methods and method.upper() not in case.methods:
        return False
    return case.channel == channel or (channel == Channel.WEBHOOK and case.channel is Channel.REPLY)


def _code_of(contract: Contract, body: Any, cases: list[Case]) -> tuple[Any, str | None, list[Case]]:
    """The code and advice in the body, and the cases without a code whose envelope the body could be."""
    advice: str | None = None
    code: Any = MISSING
    for envelope in contract.envelopes:
        place = envelope.property_for("code")
        found = MISSING if place is None else at(body, place.pointer)
        if found is MISSING or found is None or found == "" or not _shape_fits(envelope, body):
            continue
        code = found if isinstance(found, (str, int)) and not isinstance(found, bool) else repr(type(found))
        carrier = envelope.property_for("advice")
        said = MISSING if carrier is None else at(body, carrier.pointer)
        advice = said if isinstance(said, str) else advice
        break
    codeless = [
        c
        for c in cases
        if c.code is None and (not c.envelopes or any(_shape_fits(contract.envelope(e), body) for e in c.envelopes))
    ]
    return code, advice, codeless


def _shape_fits(envelope: Envelope, body: Any) -> bool:
    """Whether a body could be this envelope: required places are there, constants agree."""
    if envelope.media != "json":
        return body is MISSING
    for place in envelope.properties:
        value = at(body, place.pointer)
        if value is MISSING:
            if place.required:
                return False
        elif place.const and value not in place.const:
            return False
    return envelope.open or isinstance(body, (dict, list))


def _code_fits(contract: Contract, case: Case, code: Any) -> bool:
    if case.code is None:
        return False
    if isinstance(case.code, CodeRange) or contract.code_types:
        return case.has_code(code)
    return str(case.code) == str(code)


def _status_in_body(contract: Contract, body: Any, status: int | None) -> int | None:
    """The HTTP status that the body repeats (synapse's http_code); it is the key, the transport's may differ."""
    for envelope in contract.envelopes:
        place = envelope.property_for("status")
        value = MISSING if place is None else at(body, place.pointer)
        if isinstance(value, str) and len(value) == 3 and value.isascii() and value.isdigit():
            return int(value)
    return status


def _status_fits(contract: Contract, case: Case, status: int | None) -> bool:
    if status is None:
        return True
    if isinstance(case.status, tuple):
        return status in case.status
    if case.status is StatusUnspecified.ERROR:
        return status >= 400
    return True


def _why(contract: Contract, body: Any, status: int | None) -> str:
    if body is MISSING:
        return "body"
    known = {s for c in contract.cases if isinstance(c.status, tuple) for s in c.status}
    return "status" if status is not None and status not in known else "code"
