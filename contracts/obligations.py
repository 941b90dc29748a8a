"""Obligations: what a documented case asks of a client, and the states that a check of one can end in."""

from __future__ import annotations

from enum import StrEnum

from .case import Case
from .terms import Kind, Verb


class Obligation(StrEnum):
    """What a client owes a case. No obligation ever requires a resend."""

    RECOGNISE = "recognise"
    """Tell the case from success, and partial or pending from complete."""
    SURFACE = "surface"
    """The caller can still learn which case it was."""
    NO_RETRY = "no-retry"
    """Never send the same request again by itself, where the page forbids it."""
    WAIT = "wait"
    """Send it again only after the documented wait."""
    ATTEMPTS = "attempts"
    """No more resends than documented, and give up in the end."""
    SURVIVE = "survive"
    """Don't crash on a documented reply: no lookup, cast or parser's error that the client didn't raise itself."""
    ROBUST = "robust"
    """Don't crash, or retry for ever, on a reply that nobody documented."""
    MAX_WAIT = "max-wait"
    """Not absurdly late: no resend after more than ten times the documented wait and more than a minute."""
    SAME_KEY = "same-key"
    """One idempotency key for all attempts at a request."""
    ONE_HOST = "one-host"
    """No other host is asked in between."""


class State(StrEnum):
    """How the check of one obligation ended."""

    KEPT = "kept"
    """Nothing was seen that breaks it."""
    BROKEN = "broken"
    """The client broke it; this alone fails a test."""
    UNDECIDED = "undecided"
    """It can't be said, and `notes` says why: the page leaves something open, or there is nothing to compare with."""
    NOT_APPLICABLE = "not-applicable"
    """It asks nothing here: no idempotency key was sent, say."""
    NOT_TRIED = "not-tried"
    """Nobody looked."""


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
