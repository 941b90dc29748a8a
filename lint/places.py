"""Idents → lines; positions are computed only for files that are asked about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import ir
from .finding import PathStep
from .flow.state import Event, Site
from .parsing import Parsed
from .positions import Positions, place_of_def
from .wording import step_text


class Places:
    """Idents → lines; positions are computed only for files that are asked about."""

    def __init__(self, parsed: Mapping[str, Parsed]) -> None:
        self.parsed = parsed
        self._positions: dict[str, Positions] = {}

    def of(self, site: Site) -> dict[str, Any]:
        """path, line, column, end_line, end_column of a site."""
        path, ident = site
        if path not in self.parsed or not isinstance(ident, int):
            return {"path": path or ".", "line": 1}
        if path not in self._positions:
            self._positions[path] = Positions(self.parsed[path])
        span = self._positions[path].of(ident)
        if span is None:
            return {"path": path, "line": 1}
        (line, column), (end_line, end_column) = span
        return {"path": path, "line": line, "column": column, "end_line": end_line, "end_column": end_column}

    def line_of(self, path: str, function: ir.FunctionDef) -> int:
        """The line of a function's `def`. Where the source's text tells, no positions are computed for it."""
        parsed = self.parsed.get(path)
        place = None if parsed is None else place_of_def(parsed, function.name, function.n)
        return int(self.of((path, function.n))["line"]) if place is None else place[0]

    def steps(self, events: tuple[Event, ...]) -> tuple[PathStep, ...]:
        """A path in lines, without repeats in a row."""
        found: list[PathStep] = []
        requests = 0
        for event in events:
            requests += event.kind == "request"
            if event.site[0] not in self.parsed or event.kind == "test":
                continue
            if requests > 2:
                break  # the second round shows what the later ones do
            step = (event.site[0], self.of(event.site)["line"], step_text(event))
            if not found or found[-1] != step:
                found.append(step)
        return tuple(found[-20:])
