"""Contracts as JSON values: for `--output-format json` and for comparing versions. Seconds everywhere."""

from __future__ import annotations

from typing import Any

from .case import Case
from .contract import Advice, Contract, Rule
from .envelope import Envelope, Property
from .obligations import applicable
from .policy import Policy, Step, Wait
from .terms import Kind, Source


def counts(contract: Contract) -> dict[str, int]:
    """How many cases of each kind, all kinds named."""
    return {str(kind): sum(case.kind is kind for case in contract.cases) for kind in Kind}


def contract_json(contract: Contract, *, cases: bool = True) -> dict[str, Any]:
    """A contract; without `cases` all but its cases."""
    value: dict[str, Any] = {
        "provider": contract.provider,
        "title": contract.title,
        "version": contract.version,
        "page": contract.page,
        "path": contract.path,
        "extends": contract.extends,
        "counts": counts(contract),
        "code_types": list(contract.code_types),
        "errors_in_success": contract.errors_in_success,
        "surfaces": [{"id": s.id, "description": s.description} for s in contract.surfaces],
        "envelopes": [_envelope(e) for e in contract.envelopes],
        "rules": [_rule(r) for r in contract.rules],
        "advices": [advice_json(a) for a in contract.advices],
        "unknown_advice": policy_json(contract.unknown_advice) if contract.advices else None,
        "hosts": [{"host": h.host, "source": h.source} for h in contract.hosts],
        "sdks": [{"distribution": s.distribution, "module": s.module, "source": s.source} for s in contract.sdks],
        "changes": [{"version": c.version, "date": c.date, "summary": c.summary} for c in contract.changes],
    }
    return value | {"cases": [case_json(c) for c in contract.cases]} if cases else value


def case_json(case: Case) -> dict[str, Any]:
    """A case with its policy and the obligations that follow."""
    return {
        "id": case.id,
        "provider": case.provider,
        "surface": case.surface,
        "kind": str(case.kind),
        "name": case.name,
        "code": case.code if isinstance(case.code, (str, int)) else case.code_text,
        "range": not isinstance(case.code, (str, int, type(None))),
        "advice": case.advice,
        "status": list(case.status) if isinstance(case.status, tuple) else str(case.status),
        "status_reading": case.status_reading,
        "no_data": case.no_data,
        "refuses_credentials": case.refuses_credentials,
        "envelopes": list(case.envelopes),
        "methods": list(case.methods),
        "channel": str(case.channel),
        "meaning": case.meaning,
        "policy": policy_json(case.policy),
        "obligations": [str(o) for o in applicable(case)],
        "strings": {name: list(values) for name, values in case.strings.items()},
        "samples": [{"status": s.status, "body": s.body} for s in case.samples],
        "source": _source(case.source),
        "aliases": list(case.aliases),
    }


def advice_json(advice: Advice) -> dict[str, Any]:
    """An advice value with the policy that it carries."""
    return {
        "value": advice.value,
        "meaning": advice.meaning,
        "policy": policy_json(advice.policy),
        "source": _source(advice.source),
    }


def policy_json(policy: Policy) -> dict[str, Any]:
    """A policy. resends: the most that are allowed, null where no bound is documented."""
    return {
        "verb": str(policy.verb),
        "basis": str(policy.basis),
        "forbids_resend": policy.forbids_resend,
        "resends": policy.resends,
        "wait": _wait(policy.wait),
        "schedule": list(policy.schedule),
        "also": list(policy.also),
        "conflict": policy.conflict,
        "steps": [_step(s) for s in policy.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "role": step.role,
        "actor": None if step.actor is None else str(step.actor),
        "action": step.action,
        "remedy": step.remedy,
        "wait": _wait(step.wait),
        "then": step.then,
        "schedule": list(step.schedule),
    }


def _wait(wait: Wait | None) -> dict[str, Any] | None:
    if wait is None:
        return None
    names = ("seconds", "upto", "calendar", "period", "words")
    return {name: getattr(wait, name) for name in names}


def _source(source: Source) -> dict[str, str]:
    return {"page": source.page, "section": source.section}


def _envelope(envelope: Envelope) -> dict[str, Any]:
    return {
        "id": envelope.id,
        "media": envelope.media,
        "open": envelope.open,
        "description": envelope.description,
        "properties": {p.pointer: _property(p) for p in envelope.properties},
    }


def _property(place: Property) -> dict[str, Any]:
    return {
        "types": list(place.types),
        "field": place.field,
        "required": place.required,
        "const": list(place.const),
        "reading": place.reading,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "statuses": [rule.first, rule.last],
        "reading": rule.reading,
        "note": rule.note,
        "steps": [_step(s) for s in rule.steps],
        "source": _source(rule.source),
    }
