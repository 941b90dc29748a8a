"""Something that the analysis could not follow.

Shown with `--show-unresolved`, counted in `--statistics`. It means "could not follow", never "unhandled": a dynamic
import, a predicate from a database, a decorator without source. Nothing is guessed about it and no other rule
reports it. It never changes the exit code. An operation that has too many ways through it to follow all is told in
the summary too, and is `undecided` in the matrix; the functions that it calls are followed by themselves.

Known misses:

Code that is reached only through names that the analysis has never met isn't counted.
"""

from __future__ import annotations

from typing import Final

from ..finding import Severity
from . import Rule

RULE: Final = Rule(
    code="EP902",
    name="unresolved",
    severity=Severity.INFO,
    summary="something that the analysis could not follow",
)
