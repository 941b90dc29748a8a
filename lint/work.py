"""What is done with one unit, in whichever process: everything that has to be imported and loaded for it, and the
analysis itself, in which a fault of errpact's own is contained."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..contracts.errors import ErrpactError
from ..contracts.extras import need
from ..contracts.plain import changeable
from .finding import Analysis, InternalError
from .project import Project
from .stack import with_room

if TYPE_CHECKING:
    from ..contracts import Contract
    from ..contracts.settings import Settings

Analyse = Callable[["Project", "Settings", "Mapping[str, Contract]"], "Analysis"]


@changeable
class Work:
    """The analysis of units under some settings, which can be sent to another process."""

    settings: Settings
    contracts: Mapping[str, Contract] | None = None

    def load(self) -> None:
        """Load the contracts. Raises InvalidContract."""
        if self.contracts is None:
            from ..contracts import load_all

            self.contracts = load_all(self.settings.contracts)

    def __call__(self, unit: Project) -> Analysis:
        self.load()
        return contained(unit, self.settings, self.contracts or {}, analysis())


def prepare() -> None:
    """Import all that an analysis needs. Raises MissingExtra."""
    analysis()
    from . import mend, rules  # noqa: F401  # otherwise imported late, in each process

    rules.checks()


def analysis() -> Analyse:
    """The real analysis, imported. Raises MissingExtra."""
    need("libcst", "lint")  # said here, rather than in a traceback from the depths
    from .analyse import analyse

    return analyse


def contained(unit: Project, settings: Settings, contracts: Mapping[str, Contract], analyse: Analyse) -> Analysis:
    """The analysis of a unit; a failure of errpact's own becomes an internal error, what else was found is still
    shown."""
    from .mend import with_fix

    try:
        result = with_room(analyse, unit, settings, contracts)
        data = {f.path: f.data for f in unit.files}
        return replace(result, findings=tuple(with_fix(f, data) for f in result.findings))
    except ErrpactError:
        raise
    except Exception as exc:
        if os.environ.get("ERRPACT_DEBUG"):
            traceback.print_exc()
        path = unit.files[0].path if unit.files else ""
        return Analysis(errors=(InternalError(f"the analysis ({_last(exc)})", path, f"{type(exc).__name__}: {exc}"),))


def _last(exc: BaseException) -> str:
    """Where in errpact's own code it happened."""
    frames = traceback.extract_tb(exc.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
