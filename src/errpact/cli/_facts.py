"""How a contract's facts read on a terminal: a case, a policy, a provider, a list of cases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from errpact.contracts import Advice, Case, Contract, Kind, Policy, Property, Step, Surface, Verb, Wait, applicable
from errpact.contracts.as_json import counts
from errpact.contracts.contract import Rule
from errpact.contracts.wording import counted

from ._terminal import bold, dim, labelled, table

_BASES = {
    "entry": "said of this code",
    "rule": "by a general rule of the page",
    "advice": "carried in the reply",
    "meaning": "the page is silent on resending, but names a cause that the same request cannot cure",
    "none": "",
}


def policy_words(policy: Policy) -> str:
    """A policy in a few words: `never`, `after 24 h`, `backoff 3, 6, 12, 24, 48 s`."""
    match policy.verb:
        case Verb.AFTER:
            words = _after(policy.wait)
        case Verb.BACKOFF:
            words = f"backoff {_seconds(policy.schedule)}"
        case Verb.POLL:
            words = f"poll {_after(policy.wait)}" if policy.wait else "poll"
        case verb:
            words = str(verb)
    return f"{words}, or backoff {_seconds(policy.also)}" if policy.also and policy.also != policy.schedule else words


def policy_sentence(policy: Policy) -> str:
    """What a policy means for a client."""
    bound = "" if policy.resends is None else f", at most {counted(policy.resends, 'time')}"
    match policy.verb:
        case Verb.NEVER | Verb.AFTER_ACTION if policy.also:
            return f"do not send the same request again, but on this schedule{bound}: {_seconds(policy.also)}"
        case Verb.NEVER:
            return "do not send the same request again"
        case Verb.AFTER_ACTION:
            return "do not send the same request again by itself: something has to be corrected first"
        case Verb.AFTER:
            return f"the same request may be sent again {_after(policy.wait)}{bound or '; no bound is documented'}"
        case Verb.BACKOFF:
            return f"the same request may be sent again{bound}, after {_seconds(policy.schedule)}"
        case Verb.NOW:
            return f"the same request may be sent again at once{bound or '; no bound is documented'}"
        case Verb.POLL:
            return f"may be asked again {_after(policy.wait)}, until it is done".replace("  ", " ")
        case _:
            return "the page does not say"


def _after(wait: Wait | None) -> str:
    """A wait before a resend: `after 24 h`, `after "later"` (bare words), `from the next monthly period`."""
    if wait is None:
        return ""
    if wait.seconds is not None:
        return f"after {wait}"
    return f"from {wait}" if wait.calendar else f"after {_quoted(str(wait))}"


def _seconds(schedule: Sequence[float]) -> str:
    return ", ".join(f"{s:g}" for s in schedule) + " s"


def status_words(case: Case) -> str:
    """A case's HTTP status in words."""
    if isinstance(case.status, tuple):
        return f"HTTP {', '.join(map(str, case.status))}" + (" (a reading)" if case.status_reading else "")
    return "HTTP status unspecified" if case.status == "unspecified" else "HTTP status unspecified (an error status)"


def case_page(case: Case, contract: Contract) -> str:
    """All that is known of a case."""
    lines = [bold(case.id), ""]
    lines += [labelled(label, text) for label, text in _case_lines(case, contract) if text]
    return "\n".join(lines)


def _case_lines(case: Case, contract: Contract) -> Iterator[tuple[str, str]]:
    basis = _BASES[case.policy.basis]
    yield "meaning", case.meaning
    yield "kind", str(case.kind)
    yield "name", case.name or ""
    yield "reply", _reply_words(case, contract)
    if case.no_data:
        yield "result", "there is nothing to give: an empty one is right"
    if case.refuses_credentials:
        yield "request", "its credentials were refused: one with new ones is another request"
    yield "same reply", ", ".join(_twins(case, contract))
    yield "policy", policy_words(case.policy) + (f" ({basis})" if basis else "")
    if case.policy.verb is not Verb.UNSPECIFIED:
        yield "", policy_sentence(case.policy)
    yield from (("conflict", _conflict_words(r)) for r in contract.rules if r.id == case.policy.conflict)
    yield from _step_lines(case.policy.steps)
    yield "owed", ", ".join(applicable(case))
    yield from ((name, " / ".join(_quoted(v) for v in values)) for name, values in case.strings.items())
    yield "also called", ", ".join(case.aliases)
    yield "source", case.source.page
    yield "", f"section {_quoted(case.source.section)}"


def _reply_words(case: Case, contract: Contract) -> str:
    parts = [status_words(case)]
    if case.code is None:
        parts.append("no code")
    else:
        kind = "codes" if case.wire[0] != str(case.code) else "code"
        parts.append(f"{kind} {_code_words(case, contract)}")
    parts += [f"advice {_quoted(case.advice)}"] if case.advice else []
    parts += [f"body `{'` or `'.join(case.envelopes)}`"] if case.envelopes else []
    parts += ["webhook only"] if case.channel == "webhook" else []
    parts += [f"{'/'.join(case.methods)} only"] if case.methods else []
    return ", ".join(parts)


def _code_words(case: Case, contract: Contract) -> str:
    if isinstance(case.code, (str, int)):
        return (
            str(case.code) + " (integer or string is unspecified)" if not contract.code_types else json.dumps(case.code)
        )
    return f"{case.code_text} (a reading)" if getattr(case.code, "reading", False) else str(case.code_text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _step_lines(steps: tuple[Step, ...]) -> Iterator[tuple[str, str]]:
    for number, step in enumerate(steps):
        yield "" if number else "steps", f"{number + 1}. {step}"


def _conflict_words(rule: Rule) -> str:
    note = f" ({rule.note})" if rule.note else ""
    return f"against the page's rule {rule.id} for HTTP {rule.first}-{rule.last}{note}"


def _twins(case: Case, contract: Contract) -> Iterator[str]:
    """Cases of the surface that come in the very same reply."""
    for other in contract.cases:
        same = all(
            getattr(other, field) == getattr(case, field)
            for field in ("surface", "code", "status", "envelopes", "advice", "channel")
        )
        if same and other.id != case.id:
            yield other.id


def advice_page(advice: Advice, contract: Contract) -> str:
    """All that is known of an advice value."""
    carried = sum(case.advice == advice.value for case in contract.cases)
    rows = [
        ("meaning", advice.meaning),
        ("policy", policy_words(advice.policy)),
        ("", policy_sentence(advice.policy)),
        ("carried by", f"{counted(carried, 'case')} of {contract.provider}"),
        ("source", advice.source.page),
        ("", f"section {_quoted(advice.source.section)}"),
    ]
    return "\n".join([bold(f"{contract.provider}: advice {advice.value}"), "", *(labelled(a, b) for a, b in rows)])


def case_table(cases: Iterable[Case]) -> str:
    """One line for each case: id, kind, policy, meaning."""
    rows = [(c.id, str(c.kind), policy_words(c.policy), c.meaning) for c in cases]
    return table([("CASE", "KIND", "POLICY", "MEANING"), *rows], "  ") if rows else ""


def contract_page(contract: Contract, *, cases: bool) -> str:
    """A provider: what its contract says as a whole, and with `cases` every case."""
    parts = [bold(f"{contract.provider}  {contract.title}"), "", "\n".join(_contract_lines(contract))]
    for surface in contract.surfaces if cases else ():
        parts += ["", surface_page(contract, surface)]
    if not cases:
        parts += ["", dim(f"`errpact contracts {contract.provider}` lists the cases.")]
    return "\n".join(parts)


def surface_page(contract: Contract, surface: Surface) -> str:
    """A surface and its cases."""
    title = bold(f"{contract.provider}:{surface.id}") + f"  {surface.description}"
    return f"{title}\n{case_table(c for c in contract.cases if c.surface == surface.id)}"


def _contract_lines(contract: Contract) -> Iterator[str]:
    number = counts(contract)
    yield labelled("version", contract.version + (f", extends {contract.extends}" if contract.extends else ""))
    yield labelled("page", contract.page)
    yield labelled("cases", ", ".join(f"{number[kind]} {kind}" for kind in Kind if number[kind]))
    yield labelled("code type", " or ".join(contract.code_types) or "unspecified: integer and string are both read")
    errors = "may come with a success status" if contract.errors_in_success else "come with an error status"
    yield labelled("errors", errors)
    for n, surface in enumerate(contract.surfaces):
        yield labelled("" if n else "surfaces", f"{surface.id}: {surface.description}")
    for n, envelope in enumerate(contract.envelopes):
        places = ", ".join(_place_words(p) for p in envelope.properties) or "any body"
        yield labelled("" if n else "bodies", f"{envelope.id}: {places}")
    for n, rule in enumerate(contract.rules):
        said = "; ".join(map(str, rule.steps))
        note = f" ({rule.note})" if rule.note else ""
        yield labelled("" if n else "rules", f"{rule.id}, HTTP {rule.first}-{rule.last}: {said}{note}")
    for n, advice in enumerate(contract.advices):
        yield labelled("" if n else "advice", f"{advice.value}: {policy_words(advice.policy)}")
    if contract.advices:
        yield labelled("", f"any other value: {policy_words(contract.unknown_advice)}")
    yield from (labelled("" if n else "hosts", h.host) for n, h in enumerate(contract.hosts))
    for n, change in enumerate(contract.changes):
        yield labelled("" if n else "changes", f"{change.version} ({change.date}): {change.summary}")


def _place_words(place: Property) -> str:
    const = f" = {json.dumps(place.const[0])}" if len(place.const) == 1 else ""
    return place.pointer + const + (" (a reading)" if place.reading else "")


def provider_table(contracts: Iterable[Contract]) -> str:
    """One line for each provider, with its cases by kind."""
    rows = [("PROVIDER", "VERSION", *(str(k).upper() for k in Kind), "TITLE")]
    for contract in contracts:
        number = counts(contract)
        rows.append((contract.provider, contract.version, *(str(number[k] or "-") for k in Kind), contract.title))
    return table(rows, right=frozenset(range(2, 2 + len(Kind))))
