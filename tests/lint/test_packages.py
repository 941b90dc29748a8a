"""Published client packages of other APIs have nothing to report; what is reported of ours is what was judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from .packages import OTHERS, OWN, fetch, results


@pytest.mark.soak
def test_published_packages(tmp_path: Path) -> None:
    fetch([*OWN, *OTHERS], tmp_path)
    seen = list(results(tmp_path, deep=False))
    assert {r.package: sum(r.rules.values()) for r in seen} == {**OWN, **dict.fromkeys(OTHERS, 0)}
    assert {r.exit for r in seen} == {0, 1}
