"""urllib.parse: an address that is known is taken apart as Python does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from urllib.parse import urlparse, urlsplit

from ..flow.core import Args, Found, Kwargs
from ..flow.state import State
from ..flow.values import Const, Made
from .table import model

PARTS: Final[dict[str, Callable[[str], Any]]] = {"urllib.parse.urlsplit": urlsplit, "urllib.parse.urlparse": urlparse}


@model(*PARTS)
def split(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """`urlsplit(url)`: its parts where the address is known; else `request.origin` looks inside."""
    url = args[0] if len(args) == 1 and not kwargs else None
    if isinstance(url, Const) and isinstance(url.v, str):
        try:
            return [(st, Const(PARTS[name](url.v)))]
        except ValueError:
            return [(st, it.throw(st, "builtins.ValueError", site))]
    return [(st, Made(name, tuple(args), tuple(kwargs)))]
