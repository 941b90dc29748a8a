"""What the rest of a project says of a file's HTTP: a host that nobody knows is a bound provider's only where the
project has no other. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ..contracts.plain import frozen

NOBODY: Final = re.compile(r"localhost|127\.0\.0\.1|0\.0\.0\.0|.*\{\}.*|testserver")
_URL: Final = re.compile(rb"https?://([A-Za-z0-9.-]+)")
_CALLER: Final = re.compile(
    rb"^\s*(?:import|from)\s+(?:requests|httpx|aiohttp|urllib3|urllib\.request|http\.client)\b", re.MULTILINE
)


@frozen
class Surroundings:
    """host: the one that the project's URLs name; empty without one, None where there are several. alone: one file
    makes requests (False where there are several hosts, for then nothing hangs on it)."""

    host: str | None
    alone: bool

    def only(self, host: str) -> bool:
        """Whether no URL of the project names another host."""
        return self.host in ("", host)


def surroundings(files: Iterable[tuple[tuple[str, ...], bool]]) -> Surroundings:
    """Of files that matter, each given as what `outward` says of it."""
    hosts: set[str] = set()
    callers = 0
    for named, calls in files:
        hosts.update(named)
        callers += calls
        if len(hosts) > 1:
            return Surroundings(None, alone=False)
    return Surroundings(hosts.pop() if hosts else "", alone=callers == 1)


def outward(data: bytes) -> tuple[tuple[str, ...], bool]:
    """The hosts in a file's URLs, without those that mean nobody, and whether it imports an HTTP library."""
    found = {match[1].decode("ascii", "replace").lower() for match in _URL.finditer(data)}
    return tuple(sorted(h for h in found if not NOBODY.fullmatch(h))), _CALLER.search(data) is not None
