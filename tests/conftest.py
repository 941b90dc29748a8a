"""Fixtures that more than one folder of tests uses."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Machines that share their cores are slow now and then; that says nothing about the code.
settings.register_profile("errpact", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# CI gives the same answer twice about the same tree; the search for new examples is everybody's own `make test`.
settings.register_profile("repeatable", settings.get_profile("errpact"), derandomize=True, database=None)
settings.load_profile("errpact")

pytest_plugins = ["pytester"]

# The workers of pytest-xdist are measured, but not each command that a test starts: hundreds of them, each of which
# would have to get ready for it first. What they do is done by tests in process, too.
if "PYTEST_XDIST_WORKER" in os.environ:
    for name in [name for name in os.environ if name.startswith("COVERAGE")]:
        del os.environ[name]


MINIMAL = """\
format = 1
provider = "acme"
contract_version = "1.0.0"
page = "https://example.com/errors"
code_types = ["string"]

[[surfaces]]
id = "main"
description = "All of it."

[[envelopes]]
id = "error"
[envelopes.properties]
"/code" = { types = ["string"], field = "code" }

[[cases]]
code = "E1"
status = 400
kind = "error"
envelopes = ["error"]
meaning = "It failed."
section = "Errors"
"""


@pytest.fixture
def minimal() -> str:
    """The smallest contract that loads."""
    return MINIMAL


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout (or the unpacked sdist) that these tests stand in."""
    return Path(__file__).resolve().parent.parent
