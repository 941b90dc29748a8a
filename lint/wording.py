"""Drafts → findings: cases folded, a handful of codes named, what the page says in our words with its source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..contracts import Case, Verb, duration
from .draft import Draft
from .finding import Certainty, Finding, PathStep, Severity
from .flow.domain import Domain
from .flow.state import Event
from .rules import Rule

NAMED = 5
STEPS = {
    "branch": "the condition is {}",
    "catch": "the exception is caught here",
    "raise": "raised here",
    "request": "the request is sent",
    "sleep": "waits here",
    "test": "something else than the reply is tested",
    "retry": "{} tries again",
    "return": "returns here",
}


def codes_of(cases: Iterable[Case]) -> tuple[str, ...]:
    """Wire values that name the cases, each once; an advice value too where the whole advice is concerned."""
    found: dict[str, None] = {}
    cases = list(cases)
    for case in cases:
        for value in case.wire:
            found.setdefault(value)
    for case in cases:
        if case.advice:
            found.setdefault(str(case.advice))
    return tuple(found)


def listed(codes: tuple[str, ...]) -> str:
    """`20001, 20002 and 3 more`."""
    if len(codes) <= NAMED + 1:
        return ", ".join(codes)
    return f"{', '.join(codes[:NAMED])} and {len(codes) - NAMED} more"


def advice_of(case: Case) -> str:
    """What the page says to do about a case."""
    policy = case.policy
    action = next((f"{s.actor or 'someone'} {s.action}" for s in policy.steps if s.action), "")
    match policy.verb:
        case Verb.NEVER:
            text = "never resend"
        case Verb.AFTER_ACTION:
            text = "not the same request again" + (f"; {action} first" if action else "")
        case Verb.AFTER:
            exact = policy.wait is not None and policy.wait.seconds is not None
            text = f"resend after {policy.wait}" if exact else f"resend {policy.wait or 'later'}"
        case Verb.BACKOFF:
            text = "resend after " + ", ".join(duration(s) for s in policy.schedule)
        case Verb.NOW:
            text = "may be resent at once"
        case Verb.POLL:
            text = "poll" + (f", waiting {policy.wait}" if policy.wait else "")
        case _:
            text = "nothing about resending"
    return text


def finding(rule: Rule, draft: Draft, place: Mapping[str, Any], steps: tuple[PathStep, ...]) -> Finding:
    """The finding that a draft becomes, now that its line is known."""
    cases = draft.domain.cases(draft.mask)
    codes = tuple(dict.fromkeys((*draft.names, *codes_of(cases))))
    contract = draft.domain.contract
    page = ""
    if cases and rule.code[:3] in ("EP1", "EP2"):
        first = cases[0]
        key = first.code_text or first.id.rsplit(":", 1)[1]
        meaning = first.meaning.rstrip(".")
        page = f" The page on {key}: {meaning}; {advice_of(first)} ({first.source.section})."
    named = f" {listed(codes)}:" if codes else ""
    severity = Severity(draft.severity) if draft.severity else rule.severity
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=severity,
        certainty=Certainty.DEFINITE if draft.certain else Certainty.POSSIBLE,
        provider=contract.provider,
        cases=tuple(c.id for c in cases),
        codes=codes,
        message=f"{contract.title}{named} {draft.what}.{page}",
        help="\n".join(filter(None, (draft.help, _other_surface(draft.domain, cases)))),
        fix=draft.fix,
        path_steps=steps,
        **place,
    )


def _other_surface(domain: Domain, cases: Iterable[Case]) -> str:
    """How to say that a client calls another part of the provider, where only some parts have the cases: none of the
    first part, which is the general one, or what the same codes mean elsewhere isn't what is reported."""
    contract = domain.contract
    every = [s.id for s in contract.surfaces]
    mine = {c.surface for c in cases}
    others = [s for s in every if s not in mine]
    if domain.surface is not None or not mine or not others:
        return ""
    keys = {(c.status, c.wire) for c in cases}
    if every[0] in mine and not any(c.surface in others and (c.status, c.wire) in keys for c in contract.cases):
        return ""
    where, choice = (" and ".join(s for s in every if s in mine), " or ".join(f'"{s}"' for s in others))
    return f"only {where} has this; if the client calls another part: surface = {choice} in [[tool.errpact.client]]"


def step_text(event: Event) -> str:
    """One step of the path in words."""
    if event.kind == "request" and event.text:
        return event.text
    return STEPS.get(event.kind, event.kind).format(event.text or "taken")
