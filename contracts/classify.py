"""Which documented case is this reply? Total and pure: any input gives a Match, none raises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .case import Case, CodeRange
from .contract import Contract
from .envelope import Envelope
from .plain import value
from .pointer import MISSING as MISSING
from .pointer import at as at
from .points import strictest
from .policy import Policy
from .terms import Channel, Kind, StatusUnspecified


@value
class Reply:
    """An HTTP reply. status: the HTTP status, or None if unknown. body: bytes, text, or an already parsed JSON value.
    headers: by name."""

    status: int | None = None
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)


@value
class Match:
    """cases: all documented cases that fit, in file order. policy: the strictest of theirs. unknown: the field whose
    value the contract does not have (`code`, `advice`, `status`, `body`), None where a case fits."""

    cases: tuple[Case, ...]
    policy: Policy
    unknown: str | None = None


def parse_body(body: Any) -> Any:
    """A reply's body as a JSON value, or MISSING where it is none (empty, not JSON, nested beyond reason)."""
    if isinstance(body, (bytes, bytearray)):
        try:
            body = bytes(body).decode("utf-8-sig")
        except UnicodeDecodeError:
            return MISSING
    if not isinstance(body, str):
        return MISSING if body is None else body
    import json  # only where there is text to read: it is slow to import

    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return MISSING


def classify(
    contract: Contract, reply: Reply, *, surface: str | None = None, method: str | None = None, channel: str = "reply"
) -> Match:
    """The documented cases that a reply may be.

    surface, method: restrict to cases of this surface, and to those whose scope includes the method. channel:
    `webhook` adds the cases that only come there.
    """
    body = parse_body(reply.body)
    status = _status_of(contract, body, reply.status)
    scope = [c for c in contract.cases if _in_scope(c, surface, method, channel)]
    envelope, code = _code_of(contract, body)
    if envelope is None:
        return _without_code(contract, scope, body, status)
    return _with_code(contract, scope, body, status, envelope, code)


def _with_code(
    contract: Contract, scope: list[Case], body: Any, status: int | None, envelope: Envelope, code: str | int
) -> Match:
    place = envelope.property_for("code")
    homes = {e.id for e in contract.envelopes if (p := e.property_for("code")) and place and p.pointer == place.pointer}
    advice = _advice_of(contract, envelope, body)
    by_code = [
        c for c in scope if (not c.envelopes or homes.intersection(c.envelopes)) and _code_fits(contract, c, code)
    ]
    if not by_code:
        return Match((), _advised(contract, advice), "code")
    by_status = [c for c in by_code if _status_fits(c, status)]
    if not by_status:
        return Match((), Policy(), "status")
    fits = [c for c in by_status if c.advice is None or c.advice == advice]
    if not fits:
        return Match((), contract.unknown_advice, "advice")
    # Where the status is unknown, the shape may still tell (flanks' 20003 is a delayed token or an error).
    shaped = [c for c in fits if not c.envelopes or any(_shape_fits(contract.envelope(e), body) for e in c.envelopes)]
    return Match(tuple(shaped or fits), strictest(c.policy for c in shaped or fits))


def _without_code(contract: Contract, scope: list[Case], body: Any, status: int | None) -> Match:
    """Cases without a code whose envelope the body could be; failing that, what the bare HTTP status says."""
    codeless = [c for c in scope if c.code is None and _status_fits(c, status)]
    fits = [
        c
        for c in codeless
        if c.kind is not Kind.TRANSPORT
        and (not c.envelopes or any(_shape_fits(contract.envelope(e), body) for e in c.envelopes))
    ]
    fits = fits or [c for c in codeless if c.kind is Kind.TRANSPORT]
    return Match(tuple(fits), strictest(c.policy for c in fits), None if fits else _why(contract, body, status))


def _in_scope(case: Case, surface: str | None, method: str | None, channel: str) -> bool:
    if surface is not None and case.surface != surface:
        return False
    if method is not None and case.methods and method.upper() not in case.methods:
        return False
    return case.channel == channel or (channel == Channel.WEBHOOK and case.channel is Channel.REPLY)


def _code_of(contract: Contract, body: Any) -> tuple[Envelope | None, str | int]:
    """The envelope in which the body has a code, and that code; of several envelopes one whose whole shape fits."""
    found: list[tuple[bool, Envelope, str | int]] = []
    for envelope in contract.envelopes:
        place = envelope.property_for("code")
        value = MISSING if place is None else at(body, place.pointer)
        if value is MISSING or value is None or value == "" or not _constants_fit(envelope, body):
            continue
        code = value if isinstance(value, (str, int)) and not isinstance(value, bool) else f"<{type(value).__name__}>"
        found.append((_shape_fits(envelope, body), envelope, code))
    best = next((f for f in found if f[0]), found[0] if found else None)
    return (None, "") if best is None else (best[1], best[2])


def _advice_of(contract: Contract, envelope: Envelope, body: Any) -> str | None:
    carrier = envelope.property_for("advice")
    value = MISSING if carrier is None else at(body, carrier.pointer)
    return value if isinstance(value, str) else None


def _advised(contract: Contract, advice: str | None) -> Policy:
    """What an advice value allows beside an undocumented code."""
    if advice is None:
        return Policy()
    return next((a.policy for a in contract.advices if a.value == advice), contract.unknown_advice)


def _constants_fit(envelope: Envelope, body: Any) -> bool:
    for place in envelope.properties:
        value = at(body, place.pointer) if place.binding else MISSING
        # `0 == False` in Python, not in JSON.
        if value is not MISSING and not any(type(value) is type(c) and value == c for c in place.binding):
            return False
    return True


def _shape_fits(envelope: Envelope, body: Any) -> bool:
    """Whether a body could be this envelope: required places are there, constants agree."""
    if envelope.media != "json":
        return body is MISSING
    if not envelope.open and not isinstance(body, (dict, list)):
        return False
    required = (p.pointer for p in envelope.properties if p.required)
    return all(at(body, pointer) is not MISSING for pointer in required) and _constants_fit(envelope, body)


def _code_fits(contract: Contract, case: Case, code: str | int) -> bool:
    if case.code is None or contract.code_types or isinstance(case.code, CodeRange):
        return case.has_code(code)
    # An undocumented JSON type: 402 and "402" are both readings. (str() of a huge integer raises, so none is made.)
    text = str(case.code)
    return code == text if isinstance(code, str) else text.isdigit() and int(text) == code


def _status_of(contract: Contract, body: Any, status: Any) -> int | None:
    """The HTTP status, or the one that the body repeats (synapse's http_code): it is the key, the transport's may
    differ."""
    for envelope in contract.envelopes:
        place = envelope.property_for("status")
        value = MISSING if place is None else at(body, place.pointer)
        if isinstance(value, str) and len(value) == 3 and value.isascii() and value.isdigit():
            return int(value)
    return status if isinstance(status, int) and not isinstance(status, bool) else None


def _status_fits(case: Case, status: int | None) -> bool:
    if status is None:
        return True
    if isinstance(case.status, tuple):
        return status in case.status
    return status >= 400 if case.status is StatusUnspecified.ERROR else True


def _why(contract: Contract, body: Any, status: int | None) -> str:
    if body is MISSING:
        return "body"
    known = {s for c in contract.cases if isinstance(c.status, tuple) for s in c.status}
    return "status" if known and status is not None and status not in known else "code"
