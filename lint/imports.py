"""Who imports whom inside the project, from a scan of the bytes: no parse, a superset of the truth.

A string that looks like an import adds an edge that isn't there, which costs a parse and never a finding.
"""

from __future__ import annotations

import re
import sys

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Final

_IMPORT: Final = re.compile(
    rb"(?:^|[;:])[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]*(\([^)]*\)|(?:[^\n#;\\]|\\\r?\n)*)"
    rb"|import[ \t]+([\w., \t]+?)[ \t]*(?=$|[;#\r]))"
    rb"|import_module\(\s*[\"']([\w.]+)[\"']",
    re.MULTILINE,
)
_WORD: Final = re.compile(rb"\w+")


def scan(data: bytes) -> tuple[str, ...]:
    """The modules a file's bytes name in imports: `a.b`, `.c`; `from a import b` gives `a` and `a.b`. Sorted."""
    found: set[bytes] = set()
    for module, names, plain, dynamic in _IMPORT.findall(data):
        if module:
            found.add(module)
            stem = module if module.endswith(b".") else module + b"."
            for part in re.sub(rb"#[^\n]*", b"", names).split(b","):
                if word := _WORD.search(part):
                    found.add(stem + word[0])
        for part in plain.split(b","):
            if name := part.split():
                found.add(name[0])
        if dynamic:
            found.add(dynamic)
    return tuple(sorted(f.decode("utf-8", "replace") for f in found))


class Graph:
    """The project's import edges, both ways."""

    def __init__(self, imports: Mapping[str, Iterable[str]]) -> None:
        self._names = _names(imports)
        self.down: dict[str, set[str]] = {path: set() for path in imports}
        self.up: dict[str, set[str]] = {path: set() for path in imports}
        for path, modules in imports.items():
            for module in modules:
                for target in self._resolve(path, module):
                    if target != path:
                        self.down[path].add(target)
                        self.up[target].add(path)

    def _resolve(self, path: str, module: str) -> Iterable[str]:
        if not module.startswith("."):
            return _nearest(path, module, self._names.get(module, ()))
        level = len(module) - len(module.lstrip("."))
        folder = path.split("/")[:-1]
        base = folder[: len(folder) - level + 1]
        parts = [p for p in module.lstrip(".").split(".") if p]
        stem = "/".join([*base, *parts])
        candidates = (f"{stem}.py", f"{stem}/__init__.py") if stem else ("__init__.py",)
        return [c for c in candidates if c in self.down]

    def importers(self, start: Iterable[str]) -> set[str]:
        """The files themselves and all that import them, directly or not."""
        return _closure(start, self.up)

    def imported(self, start: Iterable[str]) -> set[str]:
        """The files themselves and all that they import, directly or not."""
        return _closure(start, self.down)


def _nearest(path: str, module: str, candidates: Sequence[str]) -> Sequence[str]:
    """Of several files that a module's name may mean, those whose source root lies nearest above the importer: in a
    folder of scripts `import client` means the one beside it. Where none lies above, a dotted name may mean any of
    them; of a plain one nobody could tell."""
    if len(candidates) < 2:
        return candidates
    roots = {c: "/".join(c.removesuffix("/__init__.py").split("/")[: -len(module.split("."))]) for c in candidates}
    above = {c: len(root) for c, root in roots.items() if not root or path.startswith(f"{root}/")}
    deepest = max(above.values(), default=-1)
    return [c for c, length in above.items() if length == deepest] or (candidates if "." in module else ())


def _names(paths: Iterable[str]) -> dict[str, list[str]]:
    """Module name → files. A folder without `__init__.py` may be a source root, so names start at each such folder;
    but a `json.py` somewhere below is not what `import json` means."""
    known = set(paths)
    names: dict[str, list[str]] = {}
    for path in known:
        parts = path.removesuffix(".py").removesuffix("/__init__").split("/")
        if path == "__init__.py":
            continue
        for start in range(len(parts)):
            if start and (
                "/".join((*parts[:start], "__init__.py")) in known or parts[start] in sys.stdlib_module_names
            ):
                continue
            names.setdefault(".".join(parts[start:]), []).append(path)
    return names


def _closure(start: Iterable[str], edges: Mapping[str, set[str]]) -> set[str]:
    seen = {s for s in start if s in edges}
    todo = list(seen)
    while todo:
        for target in edges[todo.pop()]:
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return seen
