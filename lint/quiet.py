"""The files of a project that have nothing to do with a provider, and whether an edit leaves one of them so.

What a lint run says of such files alone is known without it: nothing. Light to import: this is what a hook asks first.
"""

from __future__ import annotations

import re
import zlib
from posixpath import basename, dirname

from . import imports

TYPE_CHECKING = False  # as in `typing`, which takes long to import
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any


class Quiet:
    """What is known of them.

    files: path → checksum of what it imports, for each quiet file. names: the last names of the modules that matter;
    who imports none of these can't come to matter by that. needles: of these one is in each file that matters by
    itself, as `prefilter.Triggers` has it. http: what counts as a trace of HTTP where it matters who has one, else
    empty. configured: whether a configuration says where the project's root is.
    """

    __slots__ = ("configured", "files", "http", "names", "needles")

    def __init__(
        self, files: Mapping[str, int], names: frozenset[str], needles: tuple[bytes, ...], http: bytes, configured: bool
    ) -> None:
        self.files = files
        self.names = names
        self.needles = needles
        self.http = http
        self.configured = configured

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Quiet) and self.data() == other.data()

    def holds(self, path: str, data: bytes) -> bool:
        """Whether a quiet file is still quiet with these bytes; in doubt it isn't."""
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return False
        if any(needle in data for needle in self.needles):
            return False
        if self.http and re.search(self.http, data):
            return False
        imported = imports.scan(data)
        return checksum(imported) == self.files[path] or self.names.isdisjoint(last_name(path, i) for i in imported)

    def data(self) -> list[Any]:
        """As JSON."""
        texts = [n.decode("latin-1") for n in (*self.needles, self.http)]
        return [dict(self.files), sorted(self.names), texts, self.configured]

    @classmethod
    def of(cls, data: list[Any]) -> Quiet:
        """From JSON. Raises ValueError, TypeError where it isn't what `data` gives."""
        files, names, texts, configured = data
        *needles, http = (t.encode("latin-1") for t in texts)
        return cls(files, frozenset(names), tuple(needles), http, configured)


def checksum(imported: Iterable[str]) -> int:
    """Of the modules that a file imports, as `imports.scan` gives them."""
    return zlib.crc32("\n".join(imported).encode())


def last_name(path: str, module: str = "") -> str:
    """The last name of a module that a file imports; without one, of the file's own module. A package has its
    folder's name."""
    if name := module.rpartition(".")[2]:
        return name
    folder = dirname(path)
    if module:  # dots only: a package around the file
        for _ in module[1:]:
            folder = dirname(folder)
        return basename(folder)
    stem = basename(path).removesuffix(".py")
    return basename(folder) if stem == "__init__" else stem
