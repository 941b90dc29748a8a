"""The units' results: remembered where nothing has changed that a unit depends on, else analysed anew.

A result is kept under a digest of the contents of all files that its unit reads, of what is bound, of the contracts,
and of errpact's and Python's version: a wrong one can't be found, an old one is never asked for again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from .cache import Cache, digest, environment
from .discover import together
from .finding import Analysis
from .fingerprint import with_fingerprints
from .project import Project
from .result import text_lines
from .units import disputed, joined
from .work import Analyse, Work, contained, prepare

if TYPE_CHECKING:
    from ..contracts.settings import Settings


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
            self.cache.trim()  # now, for a process that began early is still importing
            for n, result in zip(todo, self._run([units[n] for n in todo]), strict=True):
                results[n] = result
                if keys[n] and not result.errors:
                    self.cache.put("results", keys[n], json.dumps(result.data()).encode())
        return [r for r in results if r is not None]

    def _run(self, units: Sequence[Project]) -> list[Analysis]:
        if self.analyse is not None:
            from ..contracts import load_all

            contracts = load_all(self.settings.contracts)
            return [contained(u, self.settings, contracts, self.analyse) for u in units]
        from . import ahead, workers
        from .processes import processors

        work = Work(self.settings)
        work.load()  # what is wrong with them is said here, and a process that began early is still importing
        return workers.run(units, work, self.jobs or processors(), prepare=prepare, first=ahead.take)

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


def _shipped_contracts() -> list[bytes]:
    from importlib import resources

    folder = resources.files("errpact.contracts") / "providers"
    return [f.read_bytes() for f in sorted(folder.iterdir(), key=lambda f: f.name) if f.name.endswith(".toml")]
