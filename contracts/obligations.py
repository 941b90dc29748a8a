"""Obligations: what a documented case asks of a client, and the states that a check of one can end in."""

from __future__ import annotations

from enum import StrEnum

from .case import Case
from .terms import Kind, Verb


class Obligation(StrEnum):
    """What a client owes a case. No obligation ever requires a resend."""

    RECOGNISE = "recognise"
    SURFACE = "surface"
    NO_RETRY = "no-retry"
    WAIT = "wait"
    ATTEMPTS = "attempts"
    SURVIVE = "survive"
    ROBUST = "robust"
    MAX_WAIT = "max-wait"
    SAME_KEY = "same-key"
    ONE_HOST = "one-host"


class State(StrEnum):
    """How the check of one obligation ended."""

    KEPT = "kept"
    BROKEN = "broken"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not-applicable"
    NOT_TRIED = "not-tried"


def applicable(case: Case) -> tuple[Obligation, ...]:
    """The obligations that a case puts on a client, in the order of the matrix; none for a bare HTTP fact."""
    if case.kind in (Kind.TRANSPORT, Kind.SUCCESS):
        return ()
    owed = [Obligation.RECOGNISE, Obligation.SURFACE]
    if case.policy.forbids_resend:
        owed.append(Obligation.NO_RETRY)
    if case.policy.needs_wait:
        owed.append(Obligation.WAIT)
    if case.policy.verb is not Verb.POLL or case.policy.resends is not None:
        owed.append(Obligation.ATTEMPTS)
    return (*owed, Obligation.SURVIVE, Obligation.MAX_WAIT, Obligation.SAME_KEY, Obligation.ONE_HOST)
