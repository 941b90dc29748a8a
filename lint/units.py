"""A project falls into units: files whose analysis can depend on each other, and nothing else. Pure.

Only files that can reach a provider call tie others together: two clients that share a helper are two units, each
with the helper, and what is found in the helper is put together again (`joined`). A unit is analysed by itself, which
is what lets several run at once and lets an earlier result stand while its own files don't change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from .finding import Analysis, Certainty, Finding

if TYPE_CHECKING:
    from .imports import Graph


def components(core: Iterable[str], graph: Graph) -> list[set[str]]:
    """The core files that import each other, directly or by way of core files; in the order of their first paths."""
    left = set(core)
    found: list[set[str]] = []
    for path in sorted(left):
        if path not in left:
            continue
        left.discard(path)
        group, todo = {path}, [path]
        while todo:
            current = todo.pop()
            near = (graph.down[current] | graph.up[current]) & left
            left -= near
            group |= near
            todo.extend(near)
        found.append(group)
    return found


def disputed(units: Sequence[Iterable[str]], results: Sequence[Analysis]) -> list[list[int]]:
    """Groups of units that say different things of the same place in a file they share: only an analysis of them
    together tells what holds there."""
    holders: dict[str, int] = {}
    for unit in units:
        for path in unit:
            holders[path] = holders.get(path, 0) + 1
    said: dict[object, dict[int, set[Finding]]] = {}
    for number, result in enumerate(results):
        for finding in result.findings:
            if holders.get(finding.path, 0) > 1:
                said.setdefault(_place(finding), {}).setdefault(number, set()).add(_bare(finding))
    return _grouped(list(by) for by in said.values() if len({frozenset(found) for found in by.values()}) > 1)


def _bare(finding: Finding) -> Finding:
    """A finding without the way that leads to it: one unit's way is as good as another's."""
    return replace(finding, path_steps=(), fingerprint="", fix=None)


def _place(finding: Finding) -> tuple[object, ...]:
    return (
        finding.rule, finding.path, finding.line, finding.column, finding.provider, finding.severity, finding.certainty,
    )  # fmt: skip


def _grouped(ties: Iterable[list[int]]) -> list[list[int]]:
    """Numbers that are tied to each other, directly or not."""
    group: dict[int, set[int]] = {}
    for tie in ties:
        whole = set(tie).union(*(group[n] for n in tie if n in group))
        for number in whole:
            group[number] = whole
    return [sorted(g) for g in {id(g): g for g in group.values()}.values()]


def joined(results: Iterable[Analysis]) -> Analysis:
    """The units' results as one: each finding once, and of a doubtful and a certain one the certain."""
    parts = list(results)
    findings: dict[Finding, Finding] = {}
    for part in parts:
        for finding in part.findings:
            findings.setdefault(_bare(finding), finding)
    sure = {(f.rule, f.path, f.line, f.column) for f in findings if f.certainty is Certainty.DEFINITE}
    kept = (
        f
        for f in findings.values()
        if f.certainty is Certainty.DEFINITE or (f.rule, f.path, f.line, f.column) not in sure
    )
    statistics: dict[str, int] = {}
    for part in parts:
        _add(statistics, part.statistics)
    return Analysis(
        tuple(sorted(kept, key=lambda f: f.order)),
        tuple(sorted((o for p in parts for o in p.operations), key=lambda o: o.order)),
        statistics,
        tuple(sorted(dict.fromkeys(f for p in parts for f in p.unresolved), key=lambda f: f.order)),
        tuple(e for p in parts for e in p.errors),
    )


def _add(total: dict[str, int], more: Mapping[str, int]) -> None:
    for name, count in more.items():
        total[name] = total.get(name, 0) + count
