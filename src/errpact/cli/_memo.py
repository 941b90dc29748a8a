"""What a lint run printed, kept for the next one: if no input has changed, the answer hasn't either.

The inputs of a run are its words, what decides on colour, errpact itself, and by time, size, inode and mode every
file and folder that it looked at.
"""

from __future__ import annotations

import argparse
import os

from . import _kept

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Iterable


class Memo:
    """The memory of one command line."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.usable = _kept.usable(args)
        self._words = _kept.words(args)
        self._start = _kept.start(args)
        self._paths = args.paths

    def recall(self) -> tuple[str, str, int] | None:
        """Standard output, standard error and exit code of the same run earlier; None if anything may differ."""
        cache = _kept.nearest(self._start)
        asked = _kept.read(cache, "asked", self._words) if self.usable else None
        if asked is None or _changed(asked["stamps"]):  # what is edited, most often: the long list needn't be read
            return None
        data = _kept.read(cache, "runs", self._words)
        if data is None or _changed(data["stamps"]):
            return None
        return data["out"], data["err"], data["code"]

    def keep(self, cache: str, inputs: Iterable[str], out: str, err: str, code: int) -> None:
        """Remember a run. cache: the project's. inputs: absolute paths of all that it looked at."""
        if not self.usable or _kept.fresh({path: _kept.stamp(path) for path in self._paths}):
            return
        stamps = {path: _kept.stamp(path) for path in (*inputs, *_kept.surroundings(self._start))}
        if not _kept.fresh(stamps):
            _kept.write(cache, "runs", self._words, {"stamps": stamps, "out": out, "err": err, "code": code})
            asked = {path: stamps.get(path) or _kept.stamp(path) for path in map(os.path.abspath, self._paths)}
            _kept.write(cache, "asked", self._words, {"stamps": asked})


def _changed(stamps: dict[str, _kept.Stamp]) -> bool:
    return any(_kept.stamp(path) != known for path, known in stamps.items())
