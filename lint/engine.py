"""From paths to a report: discover, analyse what has changed (`findings`), and show what is asked for (`triage`)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..contracts.errors import UnknownProvider, UnknownSurface
from ..contracts.wording import counted
from .cache import Cache
from .discover import Request, discover
from .index import Index
from .prefilter import triggers
from .result import Options, Report

if TYPE_CHECKING:
    from ..contracts import Contract
    from ..contracts.settings import Settings
    from .work import Analyse


def run(
    request: Request,
    settings: Settings,
    options: Options | None = None,
    *,
    cache: Cache | None = None,
    analyse: Analyse | None = None,
    notify: Callable[[str], None] | None = None,
    jobs: int | None = None,
) -> Report:
    """Lint. analyse: stands for the analysis in tests. notify: is told of what takes long. jobs: how many processes at
    most; as many as there are processors if None.

    Raises ErrpactError for what the user must mend: a missing path, a broken contract, an unknown rule or provider.
    """
    options = options or Options()
    cache = cache or Cache(None)
    own = _own_contracts(settings)
    _check_providers(settings, own)
    _check_accepts(settings, own)
    trigger = triggers(settings, own)
    index = Index(cache, repr(trigger).encode())
    found = discover(request, settings, trigger, index)
    index.save()
    warnings: tuple[str, ...] = ()
    if settings.clients and found.whole:
        from .unmet import unmet

        warnings = unmet(settings, found.project, found.asked)
    # a wrong one is told in any case
    chosen = options.select or options.ignore or settings.select or settings.ignore or options.baseline
    met = (found.project.files, found.marked, found.named, found.unreadable, found.closed, found.garbled)
    if not (any(met) or chosen):
        return Report(
            settings.root,
            statistics={"files": found.checked, "analysed": 0, **_counted(warnings)},
            warnings=warnings,
            projects=found.projects,
            inputs=found.inputs,
            quiet=found.quiet,
        )
    from .remembering import Remembering
    from .triage import triage

    def tell(count: int) -> None:
        if notify is not None:
            notify(f"analysing {count} of {counted(found.checked, 'file')}")

    analysis = Remembering(settings, cache, analyse, jobs, tell).analysis(found.units)
    report = triage(found, analysis, settings, options)
    statistics = {**report.statistics, **_counted(warnings)}
    return replace(report, statistics=statistics, warnings=(*report.warnings, *warnings))


def _counted(unmet: tuple[str, ...]) -> dict[str, int]:
    """The statistics of what the configuration names and nothing bears, where there is any."""
    return {"unmet-names": len(unmet)} if unmet else {}


def _own_contracts(settings: Settings) -> list[Contract]:
    if not settings.contracts:
        return []
    from ..contracts import load_all

    files = set(map(str, settings.contracts))
    return [c for c in load_all(settings.contracts).values() if c.path in files]


def _check_providers(settings: Settings, own: Iterable[Contract]) -> None:
    """A binding to a provider without a contract would silently check nothing. Raises UnknownProvider."""
    if settings.clients:
        from ..contracts import providers

        known = sorted({*providers(), *(c.provider for c in own)})
        for client in settings.clients:
            if client.provider not in known:
                raise UnknownProvider(client.provider, known)
            if client.surface is not None:
                _check_surface(client.provider, client.surface, own)


def _check_accepts(settings: Settings, own: Iterable[Contract]) -> None:
    if settings.accepts:
        from ..contracts import load, providers
        from ..contracts.accepting import check_accepts

        check_accepts(settings, {name: load(name) for name in providers()} | {c.provider: c for c in own})


def _check_surface(provider: str, surface: str, own: Iterable[Contract]) -> None:
    """A misspelt surface has no cases, so that nothing would be found. Raises UnknownSurface."""
    from ..contracts import load

    contract = next((c for c in own if c.provider == provider), None) or load(provider)
    known = [s.id for s in contract.surfaces]
    if surface not in known:
        raise UnknownSurface(provider, surface, known)
