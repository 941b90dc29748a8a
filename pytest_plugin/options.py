"""What governs a check: command line, ini file, `[tool.errpact.pytest]`, in this order."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..contracts import Obligation
from ..contracts.settings import Accept, Settings
from .scripts import InvalidArgument
from .waivers import covers

MISSING: Any = object()


@dataclass(frozen=True, slots=True)
class Options:
    """max_examples: tries per item. timeout: real seconds for one run of the client. replay: a failure file to run
    instead of generated examples. cache: where failures and hypothesis' database go, None for nowhere."""

    root: Path = field(default_factory=Path.cwd)
    max_examples: int = 20
    timeout: float = 10.0
    robust: bool = False
    retry_after: float | None = None
    accepts: tuple[Accept, ...] = ()
    success: Mapping[str, Any] = field(default_factory=dict)
    routes: Mapping[str, Any] = field(default_factory=dict)
    target: str | None = None
    fail_under: float | None = None
    share_tls: bool = True
    replay: Path | None = None
    cache: Path | None = None

    @classmethod
    def from_settings(cls, settings: Settings) -> Options:
        """The options that a pyproject.toml gives."""
        chosen = settings.pytest
        return cls(
            root=settings.root,
            max_examples=chosen.max_examples,
            robust=chosen.robust,
            retry_after=chosen.retry_after,
            accepts=settings.accepts,
            success=chosen.success,
            routes=chosen.routes,
            target=chosen.target,
            fail_under=chosen.fail_under,
        )

    def success_for(self, provider: str) -> Any:
        """The configured success reply of a provider, or MISSING. Text that is JSON is read as such."""
        value = self.success.get(provider, MISSING)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError as exc:
            raise InvalidArgument(
                f"[tool.errpact.pytest] success.{provider} is not JSON: {exc}; write a table or a JSON text"
            ) from None

    def accepted(self, case_id: str, obligation: Obligation, path: str) -> Accept | None:
        """The waiver that covers an obligation of a case in a test file (posix path relative to the root)."""
        return next((a for a in self.accepts if covers(a, case_id, obligation, path)), None)


def from_config(config: Any, settings: Settings) -> Options:
    """The options of a pytest run."""
    options = Options.from_settings(settings)
    given = config.getoption("errpact_max_examples") or config.getini("errpact_max_examples")
    timeout = config.getoption("errpact_timeout") or config.getini("errpact_timeout")
    replay = config.getoption("errpact_replay")
    under = config.getoption("errpact_fail_under")
    return replace(
        options,
        max_examples=int(float(given)) if given else options.max_examples,
        timeout=float(timeout) if timeout else options.timeout,
        share_tls=bool(config.getini("errpact_share_tls")),
        replay=Path(replay) if replay else None,
        fail_under=under if under is not None else options.fail_under,
        cache=_cache(config),
    )


def _cache(config: Any) -> Path | None:
    """A folder under pytest's cache; none where its cache is off or cannot be written."""
    cache = getattr(config, "cache", None)
    if cache is None:
        return None
    try:
        folder = Path(cache.mkdir("errpact"))
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK) else None
