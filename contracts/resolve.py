"""How steps, rules and causes become one policy (an entry beats a rule only where it speaks of resending)."""

from __future__ import annotations

from dataclasses import replace

from .contract import Rule
from .policy import Policy, Step
from .terms import Basis, Verb


def resolve(steps: tuple[Step, ...], rule: Rule | None, cause: str | None, exception: Rule | None = None) -> Policy:
    """The policy of a case.

    1. Its own steps, where one speaks of resending; a rule that says otherwise is recorded as the conflict.
    2. The rule for its status; the case's own steps stay as what to do besides.
    3. Its own steps that correct something: after that action.
    4. A cause (credential, request, permission, account) that the same request can't cure: basis `meaning`.
    5. Unspecified.
    """
    also = _from_steps(exception.steps, Basis.RULE).schedule if exception else ()
    if any(s.then for s in steps):
        own = _from_steps(steps, Basis.ENTRY)
        against = rule is not None and _from_steps(rule.steps, Basis.RULE).forbids_resend != own.forbids_resend
        conflict = rule.id if rule and against and exception is None else None
        return replace(own, conflict=conflict, also=also)
    if rule is not None:
        return replace(_from_steps(rule.steps, Basis.RULE), steps=(*steps, *rule.steps), also=also)
    if any(s.action and s.remedy for s in steps):
        return Policy(Verb.AFTER_ACTION, Basis.ENTRY, steps, also=also)
    if cause is not None:
        return Policy(Verb.AFTER_ACTION, Basis.MEANING, steps, also=also)
    return Policy(Verb.UNSPECIFIED, Basis.NONE, steps, also=also)


def _from_steps(steps: tuple[Step, ...], basis: Basis) -> Policy:
    """The short form of steps of which one says what happens with the request. A resend without an action before it
    wins over one that needs one; what a role must do besides does not take it back."""
    free = [s for s in steps if s.then in ("resend", "poll") and not (s.action and s.remedy and s.then == "resend")]
    if not free:
        acts = any(s.action and s.remedy for s in steps)
        return Policy(Verb.AFTER_ACTION if acts else Verb.NEVER, basis, steps)
    step = free[0]
    if step.then == "poll":
        return Policy(Verb.POLL, basis, steps, wait=step.wait)
    if step.schedule:
        return Policy(Verb.BACKOFF, basis, steps, schedule=step.schedule)
    if step.wait is not None:
        return Policy(Verb.AFTER, basis, steps, wait=step.wait)
    return Policy(Verb.NOW, basis, steps)
