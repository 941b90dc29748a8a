"""The test that runs now, for `errpact.cases(...)`, and the order of all tests. Imports next to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

item: Any = None
order: Sequence[str] = ()
"""Ids of the tests as xdist's workers collected them; empty in a single process, where reports come in this order."""
