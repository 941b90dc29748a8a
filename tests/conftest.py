"""Fixtures that more than one folder of tests uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Machines that share their cores are slow now and then; that says nothing about the code.
settings.register_profile("errpact", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("errpact")

pytest_plugins = ["pytester"]


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout (or the unpacked sdist) that these tests stand in."""
    return Path(__file__).resolve().parent.parent
