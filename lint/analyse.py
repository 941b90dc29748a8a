"""The analysis: parse, run, judge, report. Pure but for the parsing of bytes that it is given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ..contracts import CodeRange, Contract
from . import ir, rules
from .binding import Binder
from .containment import internal_error
from .draft import Draft
from .finding import Analysis, Finding, InternalError, Severity
from .flow.interp import Interp
from .flow.state import Site
from .judgement import Judgement
from .models.library import Models
from .operations import run_all
from .parsing import Parsed, parse
from .places import Places
from .project import Project
from .reach import Reach
from .roots import is_test
from .rules.lossy_error import RULE as LOSSY
from .verdicts import operations
from .wording import finding

if TYPE_CHECKING:
    from ..contracts.settings import Settings

READINGS = ("integer", "string")


def analyse(project: Project, settings: Settings, contracts: Mapping[str, Contract]) -> Analysis:
    """All findings of a project's files, in the one order."""
    parsed, findings = parse(project.files)
    if not parsed:
        return Analysis(tuple(findings), (), {"files": len(project.files)})
    judged = all_readings(parsed, project, settings, contracts)
    drafts, errors, judgement = best(judged)
    places = Places(parsed)
    lossy = [draft for rule, draft in drafts if rule.code == LOSSY.code and draft.certain]
    errors = [*judgement.interp.errors, *errors]
    findings.extend(merged(drafts, places, errors))
    unresolved = [
        _unresolved(site, text, places)
        for site, text in sorted(judgement.facts.unresolved.items())
        if site[0] in parsed
    ]
    statistics = {
        "files": len(project.files),
        "roots": len(judgement.runs),
        "requests": len(judgement.facts.requests),
        "unresolved": len(judgement.facts.unresolved),
    }
    return Analysis(
        tuple(sorted(findings, key=lambda f: f.order)),
        tuple(operations(judgement, places, errors, lossy)),
        statistics,
        tuple(unresolved),
        tuple(dict.fromkeys(errors)),
    )


def judged_project(
    project: Project, settings: Settings, contracts: Mapping[str, Contract]
) -> tuple[Judgement, Places] | None:
    """The runs of the reading that the client satisfies best, with the way to lines; None if nothing can be parsed."""
    parsed, _ = parse(project.files)
    if not parsed:
        return None
    return best(all_readings(parsed, project, settings, contracts))[2], Places(parsed)


def all_readings(
    parsed: Mapping[str, Parsed], project: Project, settings: Settings, contracts: Mapping[str, Contract]
) -> Iterator[Judgement]:
    """One judgement for each reading to try, made when it is asked for."""
    modules = {path: p.module for path, p in parsed.items()}
    sources = {f.path: f.data for f in project.files if f.path in parsed}
    literals = {c for m in modules.values() for c in strings(m, contracts.values())}
    for reading in readings(contracts, settings, sources):
        yield judge(modules, sources, settings, contracts, reading, literals, project)


def _unresolved(site: Site, text: str, places: Places) -> Finding:
    return Finding(
        rule="EP902", name="unresolved", severity=Severity.INFO, message=f"could not follow {text}", **places.of(site)
    )


def strings(module: ir.Module, contracts: Iterable[Contract]) -> set[str]:
    """The module's string literals that lie inside a documented range."""
    ranges = [c.code for contract in contracts for c in contract.cases if isinstance(c.code, CodeRange)]
    found: set[str] = set()
    for item in module.nodes(ir.Const) if ranges else ():
        if isinstance(item.value, str) and item.value[-1:].isdigit() and any(item.value in r for r in ranges):
            found.add(item.value)
    return found


def readings(contracts: Mapping[str, Contract], settings: Settings, sources: Mapping[str, bytes]) -> tuple[str, ...]:
    """The readings to try: both where a provider that may be concerned leaves the code's type open, the one first by
    which the code writes most codes."""
    concerned = {c.provider for c in settings.clients}
    text = b"\n".join(sources.values())
    for name, contract in contracts.items():
        if not contract.code_types and (
            name in concerned
            or any(h.host.encode() in text for h in contract.hosts)
            or f"provider={name}".encode() in text.replace(b" ", b"")
        ):
            return READINGS[::-1] if _written_as_texts(contract, text) else READINGS
    return READINGS[:1]


def _written_as_texts(contract: Contract, source: bytes) -> bool:
    """Whether more of a provider's codes stand in quotes than without."""
    codes = "|".join(sorted({re.escape(str(c.code)) for c in contract.cases if isinstance(c.code, (int, str))}))
    quoted = len(re.findall(rf"""["'](?:{codes})["']""".encode(), source))
    return quoted > len(re.findall(rf"""(?<![\w."'])(?:{codes})(?![\w."'])""".encode(), source))


def judge(
    modules: Mapping[str, ir.Module],
    sources: Mapping[str, bytes],
    settings: Settings,
    contracts: Mapping[str, Contract],
    reading: str,
    literals: set[str],
    project: Project,
) -> Judgement:
    """Run everything under one reading."""
    binder = Binder(modules, sources, settings, contracts, reading, literals, project.around)
    interp = Interp(dict(modules), binder, Models())
    reach = Reach(modules, binder.informed) if modules.keys() - binder.informed else None
    runs = run_all(interp, {f.path for f in project.files if f.core}, reach)
    named = [m for path, m in modules.items() if not is_test(path)]
    referenced = {*(n.id for m in named for n in m.nodes(ir.Name)), *(a.attr for m in named for a in m.nodes(ir.Attr))}
    return Judgement(interp, runs, frozenset(referenced))


Result = tuple[list[tuple[rules.Rule, Draft]], list[InternalError], Judgement]


def best(judged: Iterable[Judgement]) -> Result:
    """The drafts of the reading that a client satisfies best: it need satisfy one, consistently. Once one is satisfied
    wholly, no other is tried; of two that are as good the first of READINGS counts, whichever was tried first."""
    results: list[Result] = []
    for one in judged:
        results.append((*_drafts(one), one))
        if not any(_against(results[-1])):
            break
    if len(results) == 1:
        return results[0]
    return min(results, key=lambda r: (_compared(r), READINGS.index(r[2].interp.binder.reading)))


def _compared(result: Result) -> tuple[int, int, int, int]:
    """What speaks against one of several readings: also that all ends alike under it, since all is refused."""
    broken, impossible, certain = _against(result)
    return broken, impossible, result[2].untold, certain


def _against(result: Result) -> tuple[int, int, int]:
    """What speaks against a reading, the gravest first."""
    drafts, _, judged = result
    # A comparison that can't match under a reading speaks against the reading, not against the client.
    impossible = sum(1 for rule, _ in drafts if rule.code == "EP302")
    return judged.broken_successes, impossible, sum(1 for _, d in drafts if d.certain)


def _drafts(judged: Judgement) -> tuple[list[tuple[rules.Rule, Draft]], list[InternalError]]:
    found: list[tuple[rules.Rule, Draft]] = []
    errors: list[InternalError] = []
    registry = rules.registry()
    for code, check in rules.checks().items():
        drafts, faults = _checked(code, check, judged)
        found.extend((registry[code], draft) for draft in drafts)
        errors.extend(faults)
    return found, errors


def _checked(code: str, check: rules.Check, judged: Judgement) -> tuple[list[Draft], list[InternalError]]:
    """A rule's drafts. Where it fails, it is asked again without what starts in that file: a rule that fails must not
    take along the others' findings, nor its own in other files."""
    drafts: list[Draft] = []
    faults: dict[str, InternalError] = {}
    while True:
        try:
            for draft in check(judged):
                drafts.append(draft)  # noqa: PERF402 - those before a fault stay
            return drafts, list(faults.values())
        except Exception as exc:
            fault = internal_error(f"rule {code}", exc, judged.interp.modules)
            known = faults.setdefault(fault.path, fault)
            if known is not fault or not fault.path:
                return drafts, list(faults.values())
            judged = judged.without(fault.path)


def merged(drafts: list[tuple[rules.Rule, Draft]], places: Places, errors: list[InternalError]) -> list[Finding]:
    """One finding per rule and place; those that can't be put into words are added to the errors."""
    groups: dict[tuple[Any, ...], tuple[rules.Rule, Draft]] = {}
    for rule, draft in drafts:
        key: tuple[Any, ...] = (
            rule.code,
            draft.site,
            draft.domain.contract.provider,
            draft.severity,
            draft.names if not draft.mask else (),
        )
        if draft.mask:
            key = (*key, draft.certain)
        before = groups.get(key)
        if before is None:
            groups[key] = (rule, draft)
        else:
            old = before[1]
            groups[key] = (
                rule,
                Draft(
                    old.site,
                    old.domain,
                    old.mask | draft.mask,
                    old.what,
                    old.help,
                    old.certain,
                    old.events,
                    tuple(dict.fromkeys((*old.names, *draft.names))),
                    old.severity,
                    old.fix,
                ),
            )
    definite = {(k[0], k[1]) for k, (_, d) in groups.items() if d.certain}
    found: list[Finding] = []
    for key, (rule, draft) in groups.items():
        if not draft.certain and (key[0], key[1]) in definite:
            continue
        if draft.site[0] in places.parsed:
            try:
                found.append(finding(rule, draft, places.of(draft.site), places.steps(draft.events)))
            except Exception as exc:  # as above
                errors.append(internal_error(f"rule {rule.code}", exc, places.parsed, draft.site[0]))
    return found
