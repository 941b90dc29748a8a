"""Points: the concrete reply classes that both engines work on (case × advice × status × JSON type × envelope).

A range contributes its ends, one inside, and each literal of the linted project that falls inside. Unknown code,
unknown advice, unknown status and no body are points too (`off` names them). Undocumented dimensions are filled with
one reading at a time: an unspecified status is 200 where the page allows an error in a success reply, else 400, and
beside it what the page's sample shows; an undocumented JSON type of the code is a choice of the caller (`code_type`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final

from .case import Case, CodeRange
from .contract import Contract
from .envelope import Envelope
from .plain import value
from .policy import Policy
from .terms import Channel, Kind, Scalar, StatusUnspecified, Verb

UNKNOWN_CODE_TEXT: Final = "ZZ_NOT_DOCUMENTED"
UNKNOWN_CODE_NUMBER: Final = 987_654
UNKNOWN_ADVICE: Final = "SOMETHING_NEW"


@value
class Point:
    """One concrete reply class. values: known scalars of the body by JSON Pointer (code, advice, constants).

    case is None for an off-contract point, whose sort is `off` (unknown-code, unknown-advice, unknown-status, no-body).
    guessed: dimensions that the page does not document (`status`, `type`).
    """

    case: Case | None
    status: int
    envelope: Envelope | None
    code: Scalar = None
    advice: str | None = None
    values: Mapping[str, Scalar] = field(default_factory=dict, hash=False)
    off: str | None = None
    guessed: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """The case's kind; an off-contract reply is an error."""
        return self.case.kind if self.case else Kind.ERROR

    @property
    def policy(self) -> Policy:
        """The case's policy; unspecified off the contract."""
        return self.case.policy if self.case else Policy()

    @property
    def label(self) -> str:
        """The case's id, or the sort of off-contract reply."""
        return self.case.id if self.case else f"off:{self.off}"


def code_types(contract: Contract) -> tuple[str, ...]:
    """The readings of the code's JSON type to try, one at a time; one where it is documented."""
    return contract.code_types or ("integer", "string")


def reading_status(contract: Contract, case: Case) -> tuple[int, ...]:
    """The statuses a case is tried with: the documented ones, else the one reading of an open status."""
    if isinstance(case.status, tuple):
        return case.status
    if case.kind in (Kind.SUCCESS, Kind.PARTIAL):
        return (200,)
    if case.status is StatusUnspecified.UNSPECIFIED and contract.errors_in_success:
        return (200,)
    return (400,)


def shown_status(case: Case) -> tuple[int, ...]:
    """The statuses that a case's samples come with, where the page says nothing else of its status: documented, though
    it may come with others too."""
    if isinstance(case.status, tuple):
        return ()
    return tuple(dict.fromkeys(sample.status for sample in case.samples if sample.status is not None))


def points(
    contract: Contract,
    *,
    code_type: str | None = None,
    literals: Iterable[str] = (),
    surfaces: Iterable[str] | None = None,
    off: bool = True,
) -> tuple[Point, ...]:
    """All points of a contract, in file order, the off-contract ones last.

    code_type: the reading of the code's JSON type (`integer`, `string`) where it is undocumented. literals: strings
    seen in the linted project; those inside a range become points. surfaces: restrict to these. Webhook-only cases
    and bare transport facts give no point.
    """
    chosen = code_type or code_types(contract)[0]
    wanted = None if surfaces is None else set(surfaces)
    seen: dict[tuple[object, ...], Point] = {}
    for case in contract.cases:
        if case.kind is Kind.TRANSPORT or case.channel is Channel.WEBHOOK:
            continue
        if wanted is not None and case.surface not in wanted:
            continue
        for point in _case_points(contract, case, chosen, tuple(literals)):
            identity = (point.label, point.status, point.code, type(point.code), point.envelope and point.envelope.id)
            seen.setdefault(identity, point)
    found = tuple(seen.values())
    return (*found, *_off_points(contract, chosen, found)) if off else found


def _case_points(contract: Contract, case: Case, code_type: str, literals: tuple[str, ...]) -> Iterable[Point]:
    untyped: tuple[str, ...] = ("type",) if case.code is not None and not contract.code_types else ()
    shown = shown_status(case)
    envelopes: list[Envelope | None] = [contract.envelope(e) for e in case.envelopes]
    for status in dict.fromkeys((*reading_status(contract, case), *shown)):
        known = isinstance(case.status, tuple) or status in shown
        for envelope in envelopes or [None]:
            for code in _codes(case, contract, code_type, literals):
                yield Point(
                    case=case,
                    status=status,
                    envelope=envelope,
                    code=code,
                    advice=case.advice,
                    values=_values(envelope, status, code, case.advice),
                    guessed=untyped if known else ("status", *untyped),
                )


def _codes(case: Case, contract: Contract, code_type: str, literals: tuple[str, ...]) -> tuple[Scalar, ...]:
    if case.code is None:
        return (None,)
    if isinstance(case.code, CodeRange):
        return tuple(dict.fromkeys((*case.code.sample(), *(x for x in literals if x in case.code))))
    if contract.code_types:
        return (case.code,)
    return (read_as(case.code, code_type),)


def read_as(code: str | int, code_type: str) -> str | int:
    """A code under a reading of its JSON type; a code that is no number stays a string."""
    if code_type == "string":
        return str(code)
    text = str(code)
    return int(text) if text.isascii() and text.isdigit() else code


def _values(envelope: Envelope | None, status: int, code: Scalar, advice: str | None) -> dict[str, Scalar]:
    values: dict[str, Scalar] = {}
    for place in envelope.properties if envelope else ():
        if place.field == "code" and code is not None:
            values[place.pointer] = code
        elif place.field == "advice" and advice is not None:
            values[place.pointer] = advice
        elif place.field == "status":
            # A copy of the HTTP status agrees with it, also where the status itself is one reading of several.
            values[place.pointer] = str(status) if "string" in place.types else status
        elif len(place.const) == 1 and place.const[0] != "":
            # An empty string is a page's placeholder: what will stand there is not known.
            values[place.pointer] = place.const[0]
    return values


def _off_points(contract: Contract, code_type: str, found: tuple[Point, ...]) -> Iterable[Point]:
    """Replies that the page does not document, shaped like the documented errors."""
    model = next((p for p in found if p.kind is Kind.ERROR and p.code is not None), None)
    if model is not None:
        code: Scalar = UNKNOWN_CODE_TEXT
        if isinstance(model.code, int):
            code = UNKNOWN_CODE_NUMBER
        elif isinstance(model.code, str) and model.code.isdigit():
            code = str(UNKNOWN_CODE_NUMBER)
        error = 200 if contract.errors_in_success else 400
        advices: list[str | None] = [a.value for a in contract.advices]
        for advice in advices or [None]:
            yield Point(
                None, error, model.envelope, code, advice,
                _values(model.envelope, error, code, advice), "unknown-code", ("status",),
            )  # fmt: skip
        if contract.advices:
            yield Point(
                None, error, model.envelope, model.code, UNKNOWN_ADVICE,
                _values(model.envelope, error, model.code, UNKNOWN_ADVICE), "unknown-advice", ("status",),
            )  # fmt: skip
    yield Point(None, 418, None, off="unknown-status")
    yield Point(None, 502, None, off="no-body")


def strictest(policies: Iterable[Policy]) -> Policy:
    """Of several policies the one that allows least: none at all, then the longest wait, then no wait. Unspecified
    is least knowledge, so it yields to any other. Of equals the first."""
    return min(policies, key=_leniency, default=Policy())


_LENIENCY: Final = (Verb.NEVER, Verb.AFTER_ACTION, Verb.AFTER, Verb.BACKOFF, Verb.POLL, Verb.NOW, Verb.UNSPECIFIED)


def _leniency(policy: Policy) -> tuple[int, float]:
    # A reply that may be the exception of a rule allows what the exception allows.
    verb = Verb.BACKOFF if policy.also and not policy.schedule else policy.verb
    wait = float("inf") if policy.wait and policy.wait.calendar else policy.delay(1) or 0.0
    return _LENIENCY.index(verb), -wait
