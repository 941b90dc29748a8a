"""Fixtures for the plugin's tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from errpact.pytest_plugin import session


@pytest.fixture(autouse=True, scope="session")
def _close_the_server() -> Iterator[None]:
    """Checks that tests make by themselves share a server; pytest's own end would close it too late for some."""
    yield
    session.close()
