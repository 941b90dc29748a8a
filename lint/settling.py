"""Resends that are sure although a path to them isn't: whatever the reply leaves open, each way leads there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .judgement import Judgement
from .resends import Resend


class Settled:
    """Which points come, on every path of their root, to a resend that is wrong.

    wrong: the points for which a resend is wrong.
    """

    def __init__(self, judged: Judgement, wrong: Callable[[Resend], int]) -> None:
        self._wrong = {id(resend): wrong(resend) for resend in judged.resends}
        there: dict[int, int] = {}
        for resend in judged.resends:
            there[id(resend.state)] = there.get(id(resend.state), 0) | self._wrong[id(resend)]
        self._spared: dict[tuple[int, object], int] = {}
        for run in judged.runs:
            for state in (*(s for s, _ in run.ends), *(s for s, _ in run.endless)):
                key = (id(run), state.target)
                # How paths that were given up would have ended is not known.
                given_up = state.pruned or not run.complete
                spared = state.mask if given_up else state.mask & ~there.get(id(state), 0)
                self._spared[key] = self._spared.get(key, 0) | spared

    def wrong(self, resend: Resend) -> int:
        """The points for which a resend is wrong."""
        return self._wrong[id(resend)]

    def split(self, resend: Resend, mask: int) -> Iterator[tuple[int, bool]]:
        """Points of a resend → those for which it is sure (True), and those for which it is not."""
        doubtful = 0 if resend.certain else mask & self._spared.get((id(resend.run), resend.state.target), 0)
        yield from ((bits, sure) for bits, sure in ((mask & ~doubtful, True), (doubtful, False)) if bits)
