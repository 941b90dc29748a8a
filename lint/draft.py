"""A finding before it has a line and words."""

from __future__ import annotations

from typing import Any

from ..contracts.plain import frozen
from .flow.domain import Domain
from .flow.state import Event, Site


@frozen
class Draft:
    """A finding before it has a line. mask: the points concerned. what: what the code does with them. events: the path.
    names: wire values to name where no case does."""

    site: Site
    domain: Domain
    mask: int
    what: str
    help: str
    certain: bool = True
    events: tuple[Event, ...] = ()
    names: tuple[str, ...] = ()
    severity: str | None = None
    fix: Any = None
