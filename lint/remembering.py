"""The units' results: remembered where nothing has changed that a unit depends on, else analysed anew.

A result is kept under a digest of the contents of all files that its unit reads, of what is bound, of the contracts,
and of errpact's and Python's version: a wrong one can't be found, an old one is never asked for again.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..contracts.errors import ErrpactError
from .cache import Cache, digest, environment
from .discover import Project, together
from .finding import Analysis, InternalError
from .fingerprint import with_fingerprints
from .result import text_lines
from .stack import with_room
from .units import disputed, joined

if TYPE_CHECKING:
    from ..contracts import Contract
    from ..contracts.settings import Settings

Analyse = Callable[["Project", "Settings", "Mapping[str, Contract]"], "Analysis"]


class MissingExtra(ErrpactError):
    """Something has to be analysed and libcst isn't installed."""

    def __str__(self) -> str:
        return 'linting needs libcst, which is not installed; run: python -m pip install "errpact[lint]"'


@dataclass
class Remembering:
    """How units are analysed in one run. analyse: stands for the analysis in tests, in this process. jobs: how many
    processes at most. tell: learns how many files have to be analysed."""

    settings: Settings
    cache: Cache
    analyse: Analyse | None = None
    jobs: int | None = None
    tell: Callable[[int], None] = lambda _: None

    def analysis(self, units: Sequence[Project]) -> Analysis:
        """What the analysis says of a project."""
        if not units:
            return Analysis()
        results = self._each(units)
        while groups := disputed([[f.path for f in u.files] for u in units], results):
            merged = [together(units[g[0]].root, [units[n] for n in g]) for g in groups]
            alone = sorted(set(range(len(units))) - {n for g in groups for n in g})
            results = [*(results[n] for n in alone), *self._each(merged)]
            units = [*(units[n] for n in alone), *merged]
        whole = joined(results)
        data = {f.path: f.data for unit in units for f in unit.files}
        lines = {p: text_lines(data[p]) for p in {f.path for f in whole.findings} if p in data}
        return replace(whole, findings=tuple(with_fingerprints(whole.findings, lines)))

    def _each(self, units: Sequence[Project]) -> list[Analysis]:
        """One result a unit."""
        keys = [self._key(u) for u in units] if self.cache.folder is not None else [""] * len(units)
        results = [self._stored(key) for key in keys]
        todo = [n for n, result in enumerate(results) if result is None]
        if todo:
            self.tell(len({f.path for n in todo for f in units[n].files}))
            for n, result in zip(todo, self._run([units[n] for n in todo]), strict=True):
                results[n] = result
                if keys[n] and not result.errors:
                    self.cache.put("results", keys[n], json.dumps(result.data()).encode())
            self.cache.trim()
        return [r for r in results if r is not None]

    def _run(self, units: Sequence[Project]) -> list[Analysis]:
        from ..contracts import load_all

        contracts = load_all(self.settings.contracts)
        if self.analyse is not None:
            return [contained(u, self.settings, contracts, self.analyse) for u in units]
        work = partial(contained, settings=self.settings, contracts=contracts, analyse=_real_analyse())
        from . import workers

        return workers.run(units, work, self.jobs or workers.processors())

    def _stored(self, key: str) -> Analysis | None:
        stored = self.cache.get("results", key) if key else None
        return None if stored is None else Analysis.of(json.loads(stored))

    @cached_property
    def _common(self) -> bytes:
        """What the results of all units depend on."""
        facts = [environment(), repr(self.settings.clients).encode()]
        facts += [path.read_bytes() for path in self.settings.contracts]
        return digest(*facts, *_shipped_contracts()).encode()

    def _key(self, unit: Project) -> str:
        """All that a unit's result depends on."""
        facts = [self._common, repr(unit.around).encode()]
        for file in unit.files:
            facts += [file.path.encode("utf-8", "surrogateescape"), bytes((file.core,)), file.data]
        return digest(*facts)


def _real_analyse() -> Analyse:
    try:
        import libcst  # noqa: F401  # the analysis needs it; say so here rather than in a traceback
    except ImportError:
        raise MissingExtra from None
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


def _shipped_contracts() -> list[bytes]:
    from importlib import resources

    folder = resources.files("errpact.contracts") / "providers"
    return [f.read_bytes() for f in sorted(folder.iterdir(), key=lambda f: f.name) if f.name.endswith(".toml")]
