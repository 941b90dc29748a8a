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
    """callers: how many files import an HTTP library, 2 for more. hosts: those that their URLs name, two at most."""

    callers: int
    hosts: tuple[str, ...] = ()

    def only(self, host: str) -> bool:
        """Whether no URL of the project names another host."""
        return self.hosts in ((), (host,))


def surroundings(files: Iterable[tuple[tuple[str, ...], bool]]) -> Surroundings:
    """Of files that matter, each given as what `outward` says of it."""
    hosts: set[str] = set()
    callers = 0
    for named, calls in files:
        hosts.update(named)
        callers += calls
    return Surroundings(min(callers, 2), tuple(sorted(hosts)[:2]))


def outward(data: bytes) -> tuple[tuple[str, ...], bool]:
    """The hosts in a file's URLs, without those that mean nobody, and whether it imports an HTTP library."""
    found = {match[1].decode("ascii", "replace").lower() for match in _URL.finditer(data)}
    return tuple(sorted(h for h in found if not NOBODY.fullmatch(h))), _CALLER.search(data) is not None
