"""A documented outcome: surface, the field values that identify it, what it means and what may be done next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from .plain import value
from .policy import Policy
from .terms import Channel, Kind, Source, Status


@value
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


@value
class Sample:
    """A documented reply: the HTTP status (None where the page shows none) and the JSON body."""

    status: int | None
    body: Any = field(hash=False)


@value
class Case:
    """One documented outcome.

    id: `provider:surface:[status/]key[+advice][.n]`. name: the documented name. code: the wire value, None where the
    body has no code. status: documented HTTP statuses, or how the page leaves them open. envelopes: ids of the bodies
    it comes in. strings: documented wire strings by field (`title`, `detail`, `message`). meaning: our words. no_data:
    the page says that what was asked for does not exist, so an empty result tells the truth. refuses_credentials: it
    says that the request's own credentials (a token) were refused, so that one with new ones is another request.
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
    no_data: bool = False
    refuses_credentials: bool = False

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
