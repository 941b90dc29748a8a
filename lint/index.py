"""What each file's bytes said when it was last looked at, so that an unchanged file isn't read again."""

from __future__ import annotations

import json
import os
import time
from typing import Any, Final

from ..contracts.plain import changeable
from .cache import Cache, digest, environment

FRESH: Final = 2_000_000_000
"""Nanoseconds within which a file's time stamp may not show its next change."""


@changeable
class Facts:
    """What a file's bytes say. http, imports, outward: None until somebody needs them."""

    hit: bool
    marker: bool
    utf8: bool
    http: bool | None = None
    imports: tuple[str, ...] | None = None
    outward: tuple[tuple[str, ...], bool] | None = None


class Index:
    """The facts by path; time, size and inode show whether they still hold."""

    def __init__(self, cache: Cache, key: bytes) -> None:
        self._cache = cache
        self._key = digest(key, environment()) if cache.folder is not None else ""
        self._known: dict[str, list[Any]] = {}
        self._now: dict[str, tuple[list[int], Facts]] = {}
        self.learned = 0
        if (data := cache.get("index", "files")) is not None:
            stored = json.loads(data)
            if stored["key"] == self._key:
                self._known = stored["files"]

    def get(self, path: str, absolute: str) -> Facts | None:
        """What is known of a file, if it hasn't changed. Raises OSError if it can't be looked at."""
        if self._cache.folder is None:
            return None
        stamp = _stamp(absolute)
        entry = self._known.get(path)
        if entry is None or entry[:3] != stamp:
            return None
        hit, marker, utf8, http, imports, outward = entry[3:]
        facts = Facts(
            hit, marker, utf8, http,
            None if imports is None else tuple(imports),
            None if outward is None else (tuple(outward[0]), outward[1]),
        )  # fmt: skip
        self._now[path] = (stamp, facts)
        return facts

    def put(self, path: str, absolute: str, facts: Facts) -> None:
        """Remember what a file's bytes said."""
        if self._cache.folder is not None:
            self._now[path] = (_stamp(absolute), facts)
            self.learned += 1

    def save(self) -> None:
        """Keep it for the next run, without files so fresh that a further change might not show. Little that is new in
        much that is known is sooner learned again than written."""
        if self._cache.folder is None or self.learned <= min(len(self._known) // 20, 50):
            return
        old = time.time_ns() - FRESH
        files = {
            path: [*stamp, f.hit, f.marker, f.utf8, f.http, f.imports, f.outward]
            for path, (stamp, f) in self._now.items()
            if stamp[0] < old
        }
        self._cache.put("index", "files", json.dumps({"key": self._key, "files": files}).encode())


def _stamp(path: str) -> list[int]:
    stat = os.stat(path)
    return [stat.st_mtime_ns, stat.st_size, stat.st_ino]
