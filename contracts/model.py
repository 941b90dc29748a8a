"""The vocabulary of a contract: frozen values, no I/O.

A *case* is one documented outcome: surface, the field values that identify it, what it means and what may be done
next. Times are seconds everywhere. What a page does not say is `UNSPECIFIED`, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

Scalar = str | int | float | bool | None


class Kind(StrEnum):
    """What sort of outcome a case is."""

    SUCCESS = "success"
    PARTIAL = "partial"
    PENDING = "pending"
    ERROR = "error"
    TRANSPORT = "transport"
    """A bare HTTP fact (204, 301): shown by `explain`, known to `classify`, no item, no rule."""


class Verb(StrEnum):
    """A policy in short form: what a client may do with the same request."""

    NEVER = "never"
    AFTER_ACTION = "after-action"
    AFTER = "after"
    BACKOFF = "backoff"
    NOW = "now"
    POLL = "poll"
    UNSPECIFIED = "unspecified"


class Basis(StrEnum):
    """Where a policy comes from."""

    ENTRY = "entry"
    RULE = "rule"
    ADVICE = "advice"
    MEANING = "meaning"
    NONE = "none"


class Channel(StrEnum):
    """How a case reaches the client."""

    REPLY = "reply"
    WEBHOOK = "webhook"


class Actor(StrEnum):
    """Who acts in a step."""

    END_USER = "end-user"
    INTEGRATOR = "integrator"
    CLIENT = "client"
    BANK = "bank"
    PROVIDER = "provider"


class StatusUnspecified(StrEnum):
    """A case whose HTTP status the page leaves open."""

    UNSPECIFIED = "unspecified"
    """Nothing said: it may come with a success status too, where the contract says `errors_in_success`."""
    ERROR = "error-unspecified"
    """Not named, but surely not a success status."""


Status = tuple[int, ...] | StatusUnspecified


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact stands: the page's address and the section on it."""

    page: str
    section: str

    def __str__(self) -> str:
        return f"{self.page}, section {self.section!r}"


@dataclass(frozen=True, slots=True)
class Wait:
    """A documented wait. At most one of `seconds` and `calendar` is set; `words` alone only forbids no wait at all."""

    seconds: float | None = None
    upto: float | None = None
    calendar: str | None = None
    words: str | None = None

    @property
    def minimum(self) -> float:
        """Seconds that bind a resend: of a range the lower end, for a calendar period or bare words any wait (> 0)."""
        return self.seconds if self.seconds is not None else 0.0

    def __str__(self) -> str:
        if self.seconds is not None:
            span = duration(self.seconds)
            return f"{span} to {duration(self.upto)}" if self.upto is not None else span
        return self.calendar or self.words or "unspecified"


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of advice: who does what, after which wait, and then what happens with the request.

    `then` is `resend`, `poll`, `stop`, or None where the page says nothing of the request itself. `remedy` says that
    the action changes what made the request fail; watching a status page does not.
    """

    actor: Actor | None = None
    action: str | None = None
    wait: Wait | None = None
    then: str | None = None
    schedule: tuple[float, ...] = ()
    role: str | None = None
    remedy: bool = True

    def __str__(self) -> str:
        wait = f"wait {'until ' if self.wait.calendar else ''}{self.wait}" if self.wait else None
        what = ", ".join(filter(None, (self.action, wait)))
        then = (f"→ {self.then}" if what else self.then) if self.then else ""
        after = "after " + ", ".join(duration(s) for s in self.schedule) if self.schedule else ""
        who = (f"[{self.role}] " if self.role else "") + (f"{self.actor}: " if self.actor else "")
        return who + " ".join(filter(None, (what, then, after)))


@dataclass(frozen=True, slots=True)
class Policy:
    """What may be done next with the same request.

    verb: the short form. wait: the delay before a resend (`after`) or between polls (`poll`). schedule: seconds before
    resend 1, 2, …; its length is the documented number of resends. resends: the most resends allowed, None where no
    bound is documented. conflict: a general rule of the page that says otherwise.
    """

    verb: Verb = Verb.UNSPECIFIED
    basis: Basis = Basis.NONE
    steps: tuple[Step, ...] = ()
    wait: Wait | None = None
    schedule: tuple[float, ...] = ()
    conflict: str | None = None
    also: tuple[float, ...] = ()
    """A schedule that is allowed too, because the page excepts a reply that cannot be told apart from this one."""

    @property
    def forbids_resend(self) -> bool:
        """The same request must not be sent again by itself."""
        return self.verb in (Verb.NEVER, Verb.AFTER_ACTION) and not self.also

    @property
    def resends(self) -> int | None:
        """The most resends allowed: 0 where forbidden, the schedule's length, None where undocumented."""
        if self.forbids_resend:
            return 0
        return len(self.schedule or self.also) or None

    def delay(self, resend: int) -> float | None:
        """Seconds that must pass before resend number `resend` (from 1); 0.0 where any wait will do, None where none.

        Past the end of a schedule the last wait stands.
        """
        schedule = self.schedule or self.also
        if schedule:
            return schedule[min(resend, len(schedule)) - 1]
        if self.wait is not None:
            return self.wait.minimum
        return None

    @property
    def needs_wait(self) -> bool:
        """Some wait is documented before a resend, if only in words."""
        return self.verb in (Verb.AFTER, Verb.BACKOFF, Verb.POLL) or bool(self.also)


@dataclass(frozen=True, slots=True)
class Property:
    """A place in an envelope's body.

    pointer: JSON Pointer. types: JSON types (`string`, `integer`, `null`…), empty where undocumented. field: the
    field that lives here (`code`, `advice`, `message`, `state`, or `status` for a copy of the HTTP status in the
    body). required: whether every documented body has it. const: values that this envelope always has here.
    reading: the page only suggests it: a pointer that is a column heading, a value that merely stands in an example.
    """

    pointer: str
    types: tuple[str, ...] = ()
    field: str | None = None
    required: bool = True
    const: tuple[Scalar, ...] = ()
    reading: bool = False
    description: str = ""

    @property
    def binding(self) -> tuple[Scalar, ...]:
        """The constants that a body must have here; none where an example alone shows the value."""
        return () if self.reading else self.const


@dataclass(frozen=True, slots=True)
class Envelope:
    """A shape that a reply's body can take. media is `json`, `none` (no body) or `html`.

    open: places that the page does not show may well be there (the page shows no body at all, or a success body).
    """

    id: str
    media: str = "json"
    properties: tuple[Property, ...] = ()
    open: bool = False
    description: str = ""
    source: Source | None = None

    def property_for(self, name: str) -> Property | None:
        """The place of a field in this envelope, or None."""
        return next((p for p in self.properties if p.field == name), None)


@dataclass(frozen=True, slots=True)
class CodeRange:
    """Codes from `first` to `last`, both included, of one prefix and width (`E100`-`E199`); kept as a range."""

    first: str
    last: str
    reading: bool = False

    @property
    def text(self) -> str:
        """The range as ids and findings write it."""
        return f"{self.first}-{self.last}"

    @property
    def prefix(self) -> str:
        """What stands before the digits."""
        return self.first.rstrip("0123456789")

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, str) or len(value) != len(self.first) or not value.startswith(self.prefix):
            return False
        digits = value[len(self.prefix) :]
        return digits.isascii() and digits.isdigit() and self.first <= value <= self.last

    def sample(self) -> tuple[str, ...]:
        """Its ends and one inside."""
        start, end = int(self.first[len(self.prefix) :]), int(self.last[len(self.prefix) :])
        width = len(self.first) - len(self.prefix)
        middle = f"{self.prefix}{(start + end) // 2:0{width}d}"
        return tuple(dict.fromkeys((self.first, middle, self.last)))


Code = str | int | CodeRange


@dataclass(frozen=True, slots=True)
class Sample:
    """A documented reply: the HTTP status (None where the page shows none) and the JSON body."""

    status: int | None
    body: Any = field(hash=False)


@dataclass(frozen=True, slots=True)
class Case:
    """One documented outcome.

    id: `provider:surface:[status/]key[+advice][.n]`. name: the documented name. code: the wire value, None where the
    body has no code. status: documented HTTP statuses, or how the page leaves them open. envelopes: ids of the bodies
    it comes in. strings: documented wire strings by field (`title`, `detail`, `message`). meaning: our words.
    """

    id: str
    provider: str
    surface: str
    kind: Kind
    code: Code | None
    status: Status
    envelopes: tuple[str, ...]
    meaning: str
    policy: Policy
    source: Source
    name: str | None = None
    advice: str | None = None
    channel: Channel = Channel.REPLY
    methods: tuple[str, ...] = ()
    strings: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    samples: tuple[Sample, ...] = ()
    aliases: tuple[str, ...] = ()
    status_reading: bool = False

    @property
    def code_text(self) -> str | None:
        """The code as findings write it: the wire value as a string, a range as documented."""
        if self.code is None:
            return None
        return self.code.text if isinstance(self.code, CodeRange) else str(self.code)

    @property
    def wire(self) -> tuple[str, ...]:
        """Wire values that name this case: its code, else its advice, else its statuses."""
        if self.code is not None:
            return (str(self.code_text),)
        if self.advice is not None:
            return (self.advice,)
        return tuple(str(s) for s in self.status) if isinstance(self.status, tuple) else ()

    def has_code(self, value: object) -> bool:
        """Whether a wire value is this case's code; JSON types count (`"20003"` is not `20003`)."""
        if isinstance(self.code, CodeRange):
            return value in self.code
        if isinstance(value, bool) or self.code is None:
            return False
        return type(value) is type(self.code) and value == self.code


@dataclass(frozen=True, slots=True)
class Advice:
    """A documented value of the advice field, with the policy it carries."""

    value: str
    meaning: str
    policy: Policy
    source: Source


@dataclass(frozen=True, slots=True)
class Rule:
    """A general rule of a page for a range of HTTP statuses, both ends included.

    reading: the page writes the range loosely (`50x`), and this is how it is read. note: why it is read so.
    """

    id: str
    first: int
    last: int
    steps: tuple[Step, ...]
    source: Source
    reading: bool = False
    note: str = ""

    def __contains__(self, status: object) -> bool:
        return isinstance(status, int) and self.first <= status <= self.last


@dataclass(frozen=True, slots=True)
class Host:
    """A host that belongs to the provider, with the address of the page that says so."""

    host: str
    source: str


@dataclass(frozen=True, slots=True)
class Sdk:
    """A published client: distribution, import name, and the page that says so."""

    distribution: str
    module: str
    source: str


@dataclass(frozen=True, slots=True)
class Surface:
    """A part of a provider with a code space of its own."""

    id: str
    description: str


@dataclass(frozen=True, slots=True)
class Change:
    """One version of the contract, and what it changed."""

    version: str
    date: str
    summary: str


@dataclass(frozen=True, slots=True)
class Contract:
    """One provider's documented facts.

    errors_in_success: the page allows an error in a reply with a success status. code_types: documented JSON types of
    the code; empty means undocumented, so both readings (integer, string) are possible. rules: general rules for
    ranges of HTTP statuses. path: the file it came from. extends: the provider whose contract it adds to.
    """

    provider: str
    title: str
    version: str
    page: str
    surfaces: tuple[Surface, ...]
    envelopes: tuple[Envelope, ...]
    cases: tuple[Case, ...]
    advices: tuple[Advice, ...] = ()
    unknown_advice: Policy = field(default_factory=Policy)
    hosts: tuple[Host, ...] = ()
    sdks: tuple[Sdk, ...] = ()
    code_types: tuple[str, ...] = ()
    errors_in_success: bool = False
    changes: tuple[Change, ...] = ()
    path: str = ""
    rules: tuple[Rule, ...] = ()
    extends: str | None = None

    def case(self, case_id: str) -> Case:
        """The case with this id or alias.

        Raises KeyError.
        """
        for case in self.cases:
            if case.id == case_id or case_id in case.aliases:
                return case
        raise KeyError(case_id)

    def envelope(self, envelope_id: str) -> Envelope:
        """The envelope with this id. Raises KeyError."""
        for envelope in self.envelopes:
            if envelope.id == envelope_id:
                return envelope
        raise KeyError(envelope_id)


NEVER: Final = Policy(Verb.NEVER, Basis.NONE)


def duration(seconds: float | None) -> str:
    """Seconds in the largest unit that divides them: `24 h`, `30 min`, `3 s`."""
    if seconds is None:
        return "?"
    for size, unit in ((3600, "h"), (60, "min")):
        if seconds and seconds % size == 0:
            return f"{seconds / size:g} {unit}"
    return f"{seconds:g} s"
