"""Fixtures that more than one folder of tests uses."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout (or the unpacked sdist) that these tests stand in."""
    return Path(__file__).resolve().parent.parent
