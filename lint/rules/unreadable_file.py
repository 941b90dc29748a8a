"""A file that can't be read, isn't UTF-8, or isn't Python; a folder that can't be looked into.

What can't be parsed can't be checked, and silence would look like a clean bill. The run goes on with the other
files. Newer syntax than that of the Python which runs errpact is no problem.

Known misses:

In a tree of more than 50 files, a file without any trace of a provider is only parsed if it is named on the command
line. Text that isn't UTF-8 is always reported.
"""

from __future__ import annotations

from typing import Final

from ..finding import Severity
from . import Rule

RULE: Final = Rule(
    code="EP900",
    name="unreadable-file",
    severity=Severity.ERROR,
    summary="a file that can't be read, isn't UTF-8, or isn't Python; a folder that can't be looked into",
)
