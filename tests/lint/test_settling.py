"""Which resends are sure although the path to them isn't."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from errpact.lint.flow.state import State
from errpact.lint.settling import Settled

TWO = 0b11


def settled(*, complete: bool, ends: list[tuple[State, Any]]) -> list[tuple[int, bool]]:
    """How a doubtful resend of two points is judged, in a run that also comes to these ends."""
    state = State(TWO)
    run = SimpleNamespace(ends=ends, endless=[(state, None)], complete=complete)
    resend: Any = SimpleNamespace(run=run, state=state, certain=False, mask=TWO)
    judged: Any = SimpleNamespace(runs=[run], resends=[resend])
    return list(Settled(judged, lambda r: r.mask).split(resend, TWO))


@pytest.mark.parametrize(
    ("complete", "ends", "sure"),
    [
        (True, [], [(TWO, True)]),
        (True, [(State(0b01), None)], [(0b10, True), (0b01, False)]),
        (False, [], [(TWO, False)]),
    ],
    ids=["each way leads to it", "one way ends without it", "how other ways end was not followed"],
)
def test_a_resend_is_sure_where_no_way_is_known_that_ends_without_it(
    complete: bool, ends: list[tuple[State, Any]], sure: list[tuple[int, bool]]
) -> None:
    assert settled(complete=complete, ends=ends) == sure
