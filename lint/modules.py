"""The project's modules by path, and which path an import means. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from posixpath import dirname, join, normpath


class Modules:
    """All parsed files of a project by posix path; resolves imports the way Python would from a likely root.

    An absolute import is looked for beside the importing file, then in each folder above it, then under any `src`.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = frozenset(paths)
        self.folders = {""} | {folder for path in self.paths for folder in _above(path)}

    def absolute(self, importer: str, name: str) -> str | None:
        """The path that `import name` in a file means, or None for an outside module. A package gives its folder."""
        parts = name.replace(".", "/")
        for folder in (*_above(importer), "", "src"):
            if found := self._at(join(folder, parts)):
                return found
        return None

    def relative(self, importer: str, level: int, name: str) -> str | None:
        """The path that `from ..name import x` means."""
        folder = dirname(importer)
        for _ in range(level - 1):
            folder = dirname(folder)
        if not name:
            return self._at(folder) or "./"
        return self._at(normpath(join(folder, name.replace(".", "/"))))

    def submodule(self, package: str, name: str) -> str | None:
        """`from package import name` where name is a module of the package."""
        folder = dirname(package) if package.endswith("__init__.py") else package.removesuffix("/")
        return self._at(normpath(join(folder, name)))

    def _at(self, stem: str) -> str | None:
        stem = "" if stem == "." else stem
        for candidate in (f"{stem}.py", join(stem, "__init__.py")):
            if candidate in self.paths:
                return candidate
        return f"{stem}/" if stem and stem in self.folders else None


def _above(path: str) -> list[str]:
    """The folders that hold a file, nearest first."""
    found: list[str] = []
    folder = dirname(path)
    while folder:
        found.append(folder)
        folder = dirname(folder)
    return found
