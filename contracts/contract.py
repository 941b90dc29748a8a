"""One provider's documented facts: frozen values, no I/O."""

# No `from __future__ import annotations`: NamedTuple would compile each annotation, which takes some milliseconds.

from dataclasses import field
from typing import NamedTuple

from .case import Case
from .envelope import Envelope
from .plain import value
from .policy import Policy, Step
from .terms import Source


@value
class Advice:
    """A documented value of the advice field, with the policy it carries."""

    value: str
    meaning: str
    policy: Policy
    source: Source


@value
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


class Host(NamedTuple):
    """A host that belongs to the provider, with the address of the page that says so."""

    host: str
    source: str


class Sdk(NamedTuple):
    """A published client: distribution, import name, and the page that says so."""

    distribution: str
    module: str
    source: str


class Surface(NamedTuple):
    """A part of a provider with a code space of its own."""

    id: str
    description: str


class Change(NamedTuple):
    """One version of the contract, and what it changed."""

    version: str
    date: str
    summary: str


@value
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
