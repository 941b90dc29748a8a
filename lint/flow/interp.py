"""The interpreter: runs functions over sets of points. Its parts are in the modules beside this one."""

from __future__ import annotations

from .calls import Calls
from .core import Cx, OutOfBudget
from .expressions import Expressions
from .statements import Statements

__all__ = ["Cx", "Interp", "OutOfBudget"]


class Interp(Calls, Statements, Expressions):
    """One analysis run over a project's modules, for one reading of each provider."""
