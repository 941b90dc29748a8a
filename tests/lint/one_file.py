"""Lints sources that a test holds in its hand."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

from errpact.contracts import Contract, load_all
from errpact.contracts.settings import Client, Settings
from errpact.lint.analyse import analyse
from errpact.lint.finding import Analysis, Certainty, Finding, Severity
from errpact.lint.project import Project, SourceFile

ROOT = Path("/nowhere")


@functools.cache
def contracts() -> Mapping[str, Contract]:
    """All contracts that come along."""
    return load_all()


def analysed(sources: Mapping[str, str | bytes], provider: str | None = None) -> Analysis:
    """Analyse files given as path → text, bound to a provider or found by themselves."""
    files = tuple(
        SourceFile(path, ROOT / path, text.encode() if isinstance(text, str) else text, True, True)
        for path, text in sources.items()
    )
    clients = () if provider is None else (Client(provider, ("**",)),)
    return analyse(Project(ROOT, files), Settings(root=ROOT, clients=clients), contracts())


def shown(sources: Mapping[str, str | bytes], provider: str | None = None) -> tuple[Finding, ...]:
    """What a user sees without asking for more."""
    analysis = analysed(sources, provider)
    assert analysis.errors == (), analysis.errors
    return tuple(f for f in analysis.findings if f.certainty is Certainty.DEFINITE and f.severity is not Severity.INFO)
