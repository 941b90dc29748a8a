"""Optional libraries, imported where they are needed, with one clear line where they are missing."""

from __future__ import annotations

import importlib
from typing import Any

from .errors import ErrpactError


class MissingExtra(ErrpactError):
    """A library of an extra is not installed."""

    def __init__(self, module: str, extra: str) -> None:
        super().__init__(module, extra)
        self.module = module
        self.extra = extra

    def __str__(self) -> str:
        return f'this needs {self.module}, which is not installed; run: pip install "errpact[{self.extra}]"'


def need(module: str, extra: str = "schemas") -> Any:
    """Import a library of an extra. Raises MissingExtra."""
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as exc:
        if exc.name is None or exc.name.partition(".")[0] != module.partition(".")[0]:
            raise
        raise MissingExtra(module.partition(".")[0], extra) from None
