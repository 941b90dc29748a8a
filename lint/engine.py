"""From paths to a report: discover, analyse (or remember), suppress, accept, select, subtract the baseline, sort."""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..contracts.errors import ErrpactError, UnknownProvider
from . import cache as caches
from .discover import Project, Request, discover
from .prefilter import triggers
from .result import Options, Report, text_lines

if TYPE_CHECKING:
    from ..contracts import Contract
    from ..contracts.settings import Settings
    from .finding import Analysis

Analyse = Callable[["Project", "Settings", "Mapping[str, Contract]"], "Analysis"]


class MissingExtra(ErrpactError):
    """Something has to be analysed and libcst isn't installed."""

    def __str__(self) -> str:
        return 'linting needs libcst, which is not installed; run: python -m pip install "errpact[lint]"'


def run(
    request: Request,
    settings: Settings,
    options: Options | None = None,
    *,
    cache: caches.Cache | None = None,
    analyse: Analyse | None = None,
    notify: Callable[[str], None] | None = None,
) -> Report:
    """Lint. analyse: stands for the analysis in tests. notify: is told of what takes long.

    Raises ErrpactError for what the user must mend: a missing path, a broken contract, an unknown rule or provider.
    """
    options = options or Options()
    cache = cache or caches.Cache(None)
    own = _own_contracts(settings)
    _check_providers(settings, own)
    trigger = triggers(settings, own)
    index = caches.Index(cache, repr(trigger).encode())
    found = discover(request, settings, trigger, index)
    index.save()
    if not (found.project.files or found.marked or found.named or found.unreadable or found.garbled):
        return Report(
            settings.root,
            statistics={"files": found.checked, "analysed": 0},
            projects=found.projects,
            inputs=found.inputs,
        )
    from .triage import triage

    if notify is not None and found.project.files:
        notify(f"analysing {len(found.project.files)} of {found.checked} files")
    return triage(found, _analysis(found.project, settings, cache, analyse), settings, options)


def _own_contracts(settings: Settings) -> list[Contract]:
    if not settings.contracts:
        return []
    from ..contracts import load_path

    return [load_path(path) for path in settings.contracts]


def _check_providers(settings: Settings, own: Iterable[Contract]) -> None:
    """A binding to a provider without a contract would silently check nothing. Raises UnknownProvider."""
    if settings.clients:
        from ..contracts import providers

        known = sorted({*providers(), *(c.provider for c in own)})
        for client in settings.clients:
            if client.provider not in known:
                raise UnknownProvider(client.provider, known)


def _analysis(project: Project, settings: Settings, cache: caches.Cache, analyse: Analyse | None) -> Analysis:
    """What the analysis says of a project: remembered if nothing that it depends on has changed."""
    from .finding import Analysis

    if not project.files:
        return Analysis()
    key = _key(project, settings) if cache.folder is not None else ""
    if (stored := cache.get("results", key) if key else None) is not None:
        return Analysis.of(json.loads(stored))
    result = _contained(project, settings, analyse or _real_analyse())
    if not result.errors and key:
        cache.put("results", key, json.dumps(result.data()).encode())
        cache.trim()
    return result


def _real_analyse() -> Analyse:
    try:
        import libcst  # noqa: F401  # the analysis needs it; say so here rather than in a traceback
    except ImportError:
        raise MissingExtra from None
    from .analyse import analyse

    return analyse


def _contained(project: Project, settings: Settings, analyse: Analyse) -> Analysis:
    """The analysis; a failure of errpact's own becomes an internal error, what else was found is still shown."""
    from ..contracts import load_all
    from .finding import Analysis, InternalError
    from .fingerprint import with_fingerprints
    from .mend import with_fix

    contracts = load_all(settings.contracts)
    try:
        result = analyse(project, settings, contracts)
        lines = {f.path: text_lines(f.data) for f in project.files if any(x.path == f.path for x in result.findings)}
        data = {f.path: f.data for f in project.files}
        mended = [with_fix(f, data) for f in result.findings]
        return replace(result, findings=tuple(with_fingerprints(mended, lines)))
    except ErrpactError:
        raise
    except Exception as exc:
        if os.environ.get("ERRPACT_DEBUG"):
            traceback.print_exc()
        return Analysis(errors=(InternalError("the analysis", _last_file(exc), f"{type(exc).__name__}: {exc}"),))


def _last_file(exc: BaseException) -> str:
    """Where in errpact's own code it happened."""
    frames = traceback.extract_tb(exc.__traceback__)
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


def _key(project: Project, settings: Settings) -> str:
    """All that a result depends on."""
    facts: list[bytes] = [caches.environment(), repr(replace(settings, root=Path(), file=None, contracts=())).encode()]
    facts += [path.read_bytes() for path in settings.contracts]
    facts += _shipped_contracts()
    for file in project.files:
        facts += [file.path.encode("utf-8", "surrogateescape"), bytes((file.relevant, file.selected)), file.data]
    return caches.digest(*facts)


def _shipped_contracts() -> list[bytes]:
    from importlib import resources

    folder = resources.files("errpact.contracts") / "providers"
    return [f.read_bytes() for f in sorted(folder.iterdir(), key=lambda f: f.name) if f.name.endswith(".toml")]
