"""`[[tool.errpact.accept]]`: justified deviations, written once for both engines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .finding import Finding

if TYPE_CHECKING:
    from ..contracts.settings import Accept

OBLIGATIONS: Final[Mapping[str, str]] = {
    "EP101": "no-retry",
    "EP102": "wait",
    "EP103": "attempts",
    "EP105": "attempts",
    "EP106": "same-key",
    "EP201": "recognise",
    "EP202": "recognise",
    "EP203": "surface",
    "EP204": "surface",
    "EP206": "survive",
    "EP207": "robust",
}
"""The obligation that a finding of a rule says is broken."""


def apply(findings: Iterable[Finding], accepts: Sequence[Accept]) -> tuple[list[Finding], list[str]]:
    """The findings without accepted cases (a finding all of whose cases are accepted goes), and a warning for each
    acceptance that met nothing though lint checks its obligation."""
    if not accepts:
        return list(findings), []
    used: set[int] = set()
    left: list[Finding] = []
    for finding in findings:
        gone: set[str] = set()
        for number, item in enumerate(accepts):
            met = [c for c in finding.cases if _covers(item, finding, c)]
            if met:
                used.add(number)
                gone.update(met)
        if not gone:
            left.append(finding)
        elif gone != set(finding.cases):
            left.append(replace(finding, cases=tuple(c for c in finding.cases if c not in gone)))
    unused = [
        f"accept of {item.case} ({item.obligation}) met no finding of lint; remove it if the tests don't need it"
        for number, item in enumerate(accepts)
        if number not in used and item.obligation in OBLIGATIONS.values()
    ]
    return left, unused


def _covers(item: Accept, finding: Finding, case: str) -> bool:
    from ..contracts.globs import glob_match

    return (
        item.case == case
        and OBLIGATIONS.get(finding.rule) == item.obligation
        and any(glob_match(finding.path, pattern) for pattern in item.paths)
    )
