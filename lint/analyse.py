"""The analysis: parse, run, judge, report. Pure but for the parsing of bytes that it is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import libcst as cst
from libcst import metadata

from ..contracts import Contract
from ..contracts.model import CodeRange
from . import ir, rules
from .binding import Binder
from .discover import Project, SourceFile
from .finding import Analysis, Finding, InternalError, Operation, PathStep, Severity
from .flow.domain import Domain
from .flow.interp import Interp
from .flow.state import Event, Site
from .judgement import Draft, Judgement
from .lower import Lowering
from .operations import _names, is_test, run_all
from .verdicts import operations
from .wording import finding, step_text

if TYPE_CHECKING:
    from ..contracts.settings import Settings

READINGS = ("integer", "string")


def analyse(project: Project, settings: Settings, contracts: Mapping[str, Contract]) -> Analysis:
    """All findings of a project's files, in the one order."""
    parsed, findings = parse(project.files)
    if not parsed:
        return Analysis(tuple(findings), (), {"files": len(project.files)})
    modules = {path: p.module for path, p in parsed.items()}
    sources = {f.path: f.data for f in project.files if f.path in parsed}
    literals = {c for m in modules.values() for c in strings(m, contracts.values())}
    judged = [
        judge(modules, sources, settings, contracts, reading, literals)
        for reading in readings(contracts, settings, sources)
    ]
    drafts, errors = best(judged)
    places = Places(parsed)
    selected = {f.path for f in project.files if f.selected}
    findings.extend(merged(drafts, places))
    judgement = judged[0]
    unresolved = tuple(
        _unresolved(site, text, places)
        for site, text in sorted(judgement.facts.unresolved.items())
        if site[0] in parsed
    )
    statistics = {
        "files": len(project.files),
        "roots": len(judgement.runs),
        "requests": len(judgement.facts.requests),
        "unresolved": len(judgement.facts.unresolved),
    }
    del selected
    return Analysis(
        tuple(sorted(findings, key=lambda f: f.order)),
        tuple(operations(judgement, places)),
        statistics,
        unresolved,
        tuple(errors),
    )


class Parsed:
    """A parsed file: its IR, and what its idents came from."""

    def __init__(self, tree: cst.Module) -> None:
        lowering = Lowering()
        self.tree = tree
        self.module = lowering.module(tree)
        self.origin = lowering.origin


def parse(files: Iterable[SourceFile]) -> tuple[dict[str, Parsed], list[Finding]]:
    """Parse files; one that cannot be parsed costs one EP900."""
    parsed: dict[str, Parsed] = {}
    findings: list[Finding] = []
    for file in files:
        try:
            refuse_absurd(file.data)
            parsed[file.path] = Parsed(cst.parse_module(file.data))
        except cst.ParserSyntaxError as exc:
            findings.append(_unreadable(file.path, exc.raw_line, "is not valid Python", "mend the syntax"))
        except (UnicodeDecodeError, LookupError):
            findings.append(
                _unreadable(file.path, 1, "is not UTF-8 and declares no other encoding", "save it as UTF-8")
            )
        except (RecursionError, MemoryError, Absurd) as exc:
            findings.append(
                _unreadable(
                    file.path,
                    1,
                    f"nests too deep to be parsed ({exc})" if str(exc) else "nests too deep to be parsed",
                    "split it, or exclude it",
                )
            )
        except Exception as exc:  # libcst raises plain exceptions on input that its native parser refuses
            findings.append(_unreadable(file.path, 1, f"cannot be parsed: {type(exc).__name__}", "mend or exclude it"))
    return parsed, findings


class Absurd(ValueError):
    """A file that would kill the parser."""


def refuse_absurd(data: bytes) -> None:
    """libcst's native parser dies on absurd nesting: refuse deep brackets and very long chains of operators."""
    depth = deepest = 0
    for char in data:
        if char in b"([{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in b")]}":
            depth = max(0, depth - 1)
    if deepest > 400:
        raise Absurd(f"{deepest} brackets deep")
    longest = max(
        (
            line.count(b"+") + line.count(b"*") + line.count(b" or ") + line.count(b" and ")
            for line in data.split(b"\n")
        ),
        default=0,
    )
    if longest > 2000:
        raise Absurd(f"{longest} operators on one line")
    joined = sum(1 for line in data.split(b"\n") if line.lstrip()[:1] in b"+-*/|&" and line.strip())
    if joined > 3000:
        raise Absurd(f"{joined} lines that go on with an operator")


def _unreadable(path: str, line: int, reason: str, mend: str) -> Finding:
    return Finding(
        rule="EP900",
        name="unreadable-file",
        severity=Severity.ERROR,
        path=path,
        line=max(1, line),
        message=f"this file {reason}",
        help=mend,
    )


def _unresolved(site: Site, text: str, places: Places) -> Finding:
    return Finding(
        rule="EP902", name="unresolved", severity=Severity.INFO, message=f"could not follow {text}", **places.of(site)
    )


def strings(module: ir.Module, contracts: Iterable[Contract]) -> set[str]:
    """The module's string literals that lie inside a documented range."""
    ranges = [c.code for contract in contracts for c in contract.cases if isinstance(c.code, CodeRange)]
    found: set[str] = set()
    todo: list[Any] = list(module.body)
    while todo:
        item = todo.pop()
        if isinstance(item, ir.Const):
            if isinstance(item.value, str) and any(item.value in r for r in ranges):
                found.add(item.value)
        elif isinstance(item, (list, tuple)):
            todo.extend(item)
        elif isinstance(item, (ir.Node, ir.MatchCase, ir.Generator, ir.Param)):
            todo.extend(getattr(item, s) for c in type(item).__mro__ for s in getattr(c, "__slots__", ()))
    return found


def readings(contracts: Mapping[str, Contract], settings: Settings, sources: Mapping[str, bytes]) -> tuple[str, ...]:
    """The readings to try: both where a provider that may be concerned leaves the code's type open."""
    concerned = {c.provider for c in settings.clients}
    text = b"\n".join(sources.values())
    for name, contract in contracts.items():
        if not contract.code_types and (
            name in concerned
            or any(h.host.encode() in text for h in contract.hosts)
            or f"provider={name}".encode() in text.replace(b" ", b"")
        ):
            return READINGS
    return READINGS[:1]


def judge(
    modules: Mapping[str, ir.Module], sources: Mapping[str, bytes], settings: Settings, contracts: Mapping[str, Contract],
    reading: str, literals: set[str],
) -> Judgement:  # fmt: skip
    """Run everything under one reading."""
    binder = Binder(modules, sources, settings, contracts, reading, literals)
    interp = Interp(dict(modules), binder)
    runs = run_all(interp)
    named = [(path, _names([s for s in m.body])) for path, m in modules.items() if not is_test(path)]
    return Judgement(interp, runs, frozenset(n for _, names in named for n in names))


def best(judged: list[Judgement]) -> tuple[list[tuple[rules.Rule, Draft]], list[InternalError]]:
    """The drafts of the reading that a client satisfies best: it need satisfy one, consistently."""
    results = [_drafts(j) for j in judged]
    # A comparison that can't match under a reading speaks against the reading, not against the client.
    ranked = sorted(
        range(len(results)),
        key=lambda i: (
            sum(1 for r, _ in results[i][0] if r.code == "EP302"),
            sum(1 for _, d in results[i][0] if d.certain),
            i,
        ),
    )
    chosen = ranked[0]
    judged[0], judged[chosen] = judged[chosen], judged[0]
    return results[chosen]


def _drafts(judged: Judgement) -> tuple[list[tuple[rules.Rule, Draft]], list[InternalError]]:
    found: list[tuple[rules.Rule, Draft]] = []
    errors: list[InternalError] = []
    registry = rules.registry()
    for code, check in rules.checks().items():
        try:
            found.extend((registry[code], draft) for draft in check(judged))
        except Exception as exc:  # a rule that fails must not take the others' findings along
            errors.append(InternalError(f"rule {code}", "", f"{type(exc).__name__}: {exc}"))
    return found, errors


def merged(drafts: list[tuple[rules.Rule, Draft]], places: Places) -> list[Finding]:
    """One finding per rule and place."""
    groups: dict[tuple[Any, ...], tuple[rules.Rule, Draft]] = {}
    for rule, draft in drafts:
        key = (
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
            found.append(finding(rule, draft, places.of(draft.site), places.steps(draft.events)))
    return found


class Places:
    """Idents → lines; positions are computed only for files that are asked about."""

    def __init__(self, parsed: Mapping[str, Parsed]) -> None:
        self.parsed = parsed
        self._ranges: dict[str, Mapping[cst.CSTNode, Any]] = {}

    def of(self, site: Site) -> dict[str, Any]:
        """path, line, column, end_line, end_column of a site."""
        path, ident = site
        if path not in self.parsed or not isinstance(ident, int):
            return {"path": path or ".", "line": 1}
        if path not in self._ranges:
            wrapper = metadata.MetadataWrapper(self.parsed[path].tree, unsafe_skip_copy=True)
            self._ranges[path] = wrapper.resolve(metadata.PositionProvider)
        origin = self.parsed[path].origin
        span = self._ranges[path].get(origin[ident]) if ident < len(origin) else None
        if span is None:
            return {"path": path, "line": 1}
        return {
            "path": path,
            "line": span.start.line,
            "column": span.start.column + 1,
            "end_line": span.end.line,
            "end_column": span.end.column + 1,
        }

    def steps(self, events: tuple[Event, ...]) -> tuple[PathStep, ...]:
        """A path in lines, without repeats in a row."""
        found: list[PathStep] = []
        for event in events[-40:]:
            if event.site[0] not in self.parsed:
                continue
            step = (event.site[0], self.of(event.site)["line"], step_text(event))
            if not found or found[-1] != step:
                found.append(step)
        return tuple(found[-20:])


__all__ = ["Domain", "Operation", "Places", "analyse"]
