"""Which of `[[tool.errpact.accept]]` covers what is broken, and which of them a run of the tests did not need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from ..contracts import State
from ..contracts.globs import glob_match
from ..contracts.settings import Accept
from .record import Record

NARROWING: Final = ("keyword", "markexpr", "lf", "deselect", "errpact_replay")
"""Options of pytest by which a run has only a part of the tests."""


def covers(accept: Accept, case: str, obligation: str, path: str) -> bool:
    """Whether an entry is for an obligation of a case in a test file (posix path relative to the root)."""
    named = accept.case == case and accept.obligation == obligation
    return named and any(glob_match(path, pattern) for pattern in accept.paths)


def unneeded(found: Iterable[Record], accepts: Sequence[Accept]) -> list[str]:
    """A line for each entry whose case was tried where it holds, and always kept. What was undecided may need it."""
    records = list(found)
    lines = []
    for accept in accepts:
        name = str(accept.obligation)
        states = {
            record.verdicts[name]
            for record in records
            if name in record.verdicts and covers(accept, record.case, name, record.nodeid.partition("::")[0])
        }
        if State.KEPT in states and states <= {State.KEPT, State.NOT_APPLICABLE}:
            what = f"accept of {accept.case} ({name}) is not needed, each test of it keeps that"
            lines.append(f"warning: {what}; remove it if lint doesn't need it")
    return lines


def is_partial(config: Any) -> bool:
    """Whether only some of the tests were asked for: others may need what these don't."""
    narrowed = any(config.getoption(name, None) for name in NARROWING)
    return narrowed or any("::" in str(arg) for arg in config.args)
