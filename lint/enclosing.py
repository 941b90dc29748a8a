"""Which function is around a place."""

from __future__ import annotations

from collections.abc import Mapping

from . import ir
from .flow.state import Site


class Functions:
    """The functions of a project's modules, by where they begin."""

    def __init__(self, modules: Mapping[str, ir.Module]) -> None:
        self._modules = modules
        self._known: dict[str, list[int]] = {}

    def at(self, site: Site) -> int:
        """The ident of the innermost function around a place, -1 at module level."""
        return max((n for n in self._of(site[0]) if n <= site[1]), default=-1)

    def _of(self, path: str) -> list[int]:
        found = self._known.get(path)
        if found is None:
            module = self._modules.get(path)
            found = self._known[path] = [n.n for n in module.nodes(ir.FunctionDef)] if module is not None else []
        return found
