"""The test that runs now, for `errpact.cases(...)`. Imports nothing."""

from __future__ import annotations

from typing import Any

item: Any = None
