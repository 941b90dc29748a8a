"""One reply against one contract: which documented case it is, what is unknown, where its shape is wrong.

A reply is *dispatched*: a few values of it (status, code, advice, constants) choose a plan, made once and kept, and
the plan holds the check of that one code's shape. The cost does not grow with the number of documented codes.
"""

# No `from __future__ import annotations`: NamedTuple would compile each annotation, which takes some milliseconds.

import functools
import json
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from ..case import Case
from ..classify import MISSING, Reply, at, classify
from ..contract import Contract
from ..envelope import Envelope
from ..errors import nearest
from ..schema_generator import Strictness, build, code_pointers, with_code
from ..schema_shapes import Schema, choose, envelope_schema, parts_of
from ..terms import Kind
from .compiled import Test, compile_schema
from .model import ShapeError, shown

MAX_PLANS: Final = 10_000
NOT_JSON: Final = object()
"""The body of a reply whose text is not JSON."""


class Result(NamedTuple):
    """cases: the documented cases that fit. unknown: `unknown-code`, `-advice`, `-status` or `-body` where none fits.
    value: the unknown code or advice (the code, where its status is unknown), if it may be shown. nearest: documented
    values like it. shape: what is wrong with the body. sure: False where an HTTP status that is not known would decide
    between the cases. shows: ids of the cases without bare HTTP facts."""

    cases: tuple[Case, ...] = ()
    unknown: str | None = None
    value: str | None = None
    nearest: tuple[str, ...] = ()
    shape: tuple[ShapeError, ...] = ()
    sure: bool = True
    shows: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """A documented case in its documented shape."""
        return self.unknown is None and not self.shape


class Plan(NamedTuple):
    """What a class of replies is: its result as long as the shape is right, and the shape to hold it to."""

    result: Result
    schema: Schema | None = None
    test: Test | None = None
    envelopes: tuple[str, ...] = ()


class Checker:
    """Holds replies against one contract.

    surface: only cases of this one. show_values: let messages repeat any value of a payload.
    """

    def __init__(
        self,
        contract: Contract,
        strictness: Strictness = Strictness.ENVELOPE,
        *,
        surface: str | None = None,
        show_values: bool = False,
    ) -> None:
        self.contract = contract
        self.strictness = strictness
        self.surface = surface
        self.show_values = show_values
        self._closed = strictness is Strictness.DOCUMENTED
        self._facts = _facts_of(contract)
        self._pointers = code_pointers(contract)
        self._plans: dict[tuple[Any, ...], Plan] = {}
        self._shapes: dict[tuple[str, ...], tuple[Schema, Test]] = {}
        self._validators: dict[tuple[str, ...], Any] = {}
        self._schemas = {
            e.id: envelope_schema(contract, e, closed=self._closed) for e in contract.envelopes if e.media == "json"
        }

    def check(
        self,
        body: Any,
        status: int | None = None,
        method: str | None = None,
        channel: str = "reply",
        *,
        detail: bool = True,
    ) -> Result:
        """The result for one reply. body: a parsed JSON value, None for an empty body, NOT_JSON for other text.

        detail: find every violation of the shape; without it one without a place stands for all, which is much faster.
        """
        plan = self.plan(body, status, method, channel)
        if plan.test is None or plan.test(body):
            return plan.result
        # Without a code, the shape says more than that no case fits.
        unknown = plan.result.unknown if plan.envelopes else None
        shape = self._violations(plan, body) if detail else (ShapeError("", "the documented shape", "another"),)
        return plan.result._replace(unknown=unknown, shape=shape)

    def _violations(self, plan: Plan, body: Any) -> tuple[ShapeError, ...]:
        from .shape_errors import shape_errors, validator_for

        if plan.envelopes not in self._validators:
            self._validators[plan.envelopes] = validator_for(plan.schema or {})
        validator = self._validators[plan.envelopes]
        return shape_errors(self.contract, validator, body, plan.envelopes, show_values=self.show_values)

    def valid(self, body: Any, status: int | None = None, method: str | None = None, channel: str = "reply") -> bool:
        """Whether a reply is a documented case in its documented shape."""
        plan = self.plan(body, status, method, channel)
        return plan.result.unknown is None and (plan.test is None or plan.test(body))

    def has_code(self, body: Any) -> bool:
        """Whether a body has a code, documented or not."""
        return self._code(body) is not None

    def plan(self, body: Any, status: int | None, method: str | None, channel: str = "reply") -> Plan:
        """The plan for a reply, from the kept ones if it is like an earlier reply."""
        key = (status, method, channel, *self._facts(body))
        plan = self._plans.get(key)
        if plan is None:
            plan = self._make(body, status, method, channel)
            if len(self._plans) >= MAX_PLANS:
                self._plans.clear()
            self._plans[key] = plan
        return plan

    def _make(self, body: Any, status: int | None, method: str | None, channel: str) -> Plan:
        reply = Reply(status, _for_classify(body))
        match = classify(self.contract, reply, surface=self.surface, method=method, channel=channel)
        if match.unknown is None:
            several = len({c.status for c in match.cases}) > 1
            shows = tuple(c.id for c in match.cases if c.kind is not Kind.TRANSPORT)
            return self._known(Result(match.cases, sure=not several or self._tells(status, body), shows=shows), body)
        if body is NOT_JSON or body is None:
            return Plan(Result(unknown="unknown-body"))
        here = self._code(body)
        if here is None:
            schema, test = self._any_shape()
            unknown = "unknown-status" if match.unknown == "status" else "unknown-body"
            return Plan(Result(unknown=unknown), schema, test)
        return self._unknown(match.unknown, body, *here)

    def _tells(self, status: int | None, body: Any) -> bool:
        """Whether the HTTP status is known, or the body repeats it."""
        places = (e.property_for("status") for e in self.contract.envelopes)
        return status is not None or any(isinstance(at(body, p.pointer), str) for p in places if p is not None)

    def _known(self, result: Result, body: Any) -> Plan:
        cases = result.cases
        ids = tuple(dict.fromkeys(e for c in cases for e in c.envelopes if e in self._schemas))
        bare = not ids or any(not c.envelopes for c in cases)
        if body is NOT_JSON or body is None or (bare and not any(c.code is not None for c in cases)):
            return Plan(result)
        if bare:
            ids = tuple(e.id for p in self._pointers for e in with_code(self.contract, p))
        schema, test = self._shape(ids)
        return Plan(result, schema, test, ids)

    def _code(self, body: Any) -> tuple[Any, tuple[Envelope, ...]] | None:
        """The code in a body, and the envelopes that have a code at its place."""
        for pointer in self._pointers:
            code = at(body, pointer)
            if code is not MISSING and code not in (None, ""):
                return code, with_code(self.contract, pointer)
        return None

    def _unknown(self, field: str, body: Any, code: Any, here: tuple[Envelope, ...]) -> Plan:
        """The plan for a code, an advice or a status that is not documented."""
        carrier = next((p.pointer for e in here if (p := e.property_for("advice"))), None)
        value = at(body, carrier) if field == "advice" and carrier else code
        text = None if value is MISSING else shown(value, code_like=True, everything=self.show_values)
        like = _nearest(text, self._documented(field)) if text is not None and field != "status" else ()
        fits = {e for c in self.contract.cases if c.has_code(code) for e in c.envelopes}
        ids = tuple(e.id for e in here if e.id in fits) or tuple(e.id for e in here)
        schema, test = self._shape(ids)
        # A documented code of another JSON type (503 for "503") is a matter of shape.
        unknown = (
            None if field == "code" and text in self._documented("code") and not test(body) else f"unknown-{field}"
        )
        return Plan(Result(unknown=unknown, value=text, nearest=like), schema, test, ids)

    def _documented(self, field: str) -> tuple[str, ...]:
        if field == "advice":
            return tuple(a.value for a in self.contract.advices)
        here = (c for c in self.contract.cases if self.surface in (None, c.surface))
        return tuple(str(c.code_text) for c in here if c.code is not None)

    def _shape(self, ids: tuple[str, ...]) -> tuple[Schema, Test]:
        if ids not in self._shapes:
            schema = choose([(self.contract.envelope(i), self._schemas[i]) for i in ids])
            self._shapes[ids] = schema, compile_schema(schema)
        return self._shapes[ids]

    def _any_shape(self) -> tuple[Schema, Test]:
        """The shape of a body without a code that fits no case."""
        if () not in self._shapes:
            schema = build(self.contract, Strictness.ENVELOPE)
            self._shapes[()] = schema, compile_schema(schema)
        return self._shapes[()]


@functools.lru_cache(maxsize=1000)
def _nearest(text: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Documented values like an unknown one: by spelling, else the next numbers below and above."""
    like = nearest(text, known)
    if like or not (text.isascii() and text.isdigit()):
        return like
    numbers = sorted({int(k) for k in known if k.isascii() and k.isdigit()}, key=lambda n: abs(n - int(text)))
    return tuple(str(n) for n in numbers[:2])


def _for_classify(body: Any) -> Any:
    """The body as `classify` takes it: text that is not JSON stays that, a JSON string is not parsed again."""
    if body is NOT_JSON:
        return b"<"
    return json.dumps(body) if isinstance(body, str) else body


def _facts_of(contract: Contract) -> Callable[[Any], tuple[Any, ...]]:
    """A function that reads from a body all that `classify` looks at: values of code, advice, status and constants,
    presence of the required places."""
    wanted: dict[str, bool] = {}
    for envelope in contract.envelopes:
        for place in envelope.properties:
            by_value = place.field in ("code", "advice", "status") or bool(place.binding)
            wanted[place.pointer] = wanted.get(place.pointer, False) or by_value
    flat = [(parts_of(p)[0], v) for p, v in wanted.items() if p.count("/") == 1 and not parts_of(p)[0].isdigit()]
    deep = [(p, v) for p, v in wanted.items() if p.count("/") != 1 or parts_of(p)[0].isdigit()]

    def facts(body: Any) -> tuple[Any, ...]:
        if not isinstance(body, dict):
            kind = type(body) if body is not NOT_JSON else NOT_JSON
            return (kind, *(_fact(at(body, p), v) for p, v in deep))
        found = [_fact(body.get(name, MISSING), v) for name, v in flat]
        return (dict, *found, *(_fact(at(body, p), v) for p, v in deep))

    return facts


def _fact(value: Any, by_value: bool) -> Any:
    """What of a value tells cases apart: that it is there, or its type and itself. Long texts are kept by length and
    hash value of Python's own, so that the plans stay small."""
    if value is MISSING:
        return MISSING
    if not by_value:
        return True
    kind = value.__class__
    if kind is str:
        return value if len(value) <= 64 else (str, len(value), hash(value))
    if kind is int or kind is bool or kind is float or value is None:
        return (kind, value)
    return (kind, bool(value))
