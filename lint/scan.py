"""What each file's bytes say, read at most once and remembered in the index."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from .index import Facts, Index
from .prefilter import COMMENT, Triggers, speaks_http
from .surroundings import outward

if TYPE_CHECKING:
    from .imports import Graph


class Files:
    """Reads each file at most once; remembers what its bytes say, from the index where the file hasn't changed."""

    def __init__(self, root: Path, overrides: Mapping[str, bytes], triggers: Triggers, index: Index) -> None:
        self.root = root
        self.known: dict[str, Facts] = {}
        self.unreadable: dict[str, str] = {}
        self._prefix = str(root).rstrip("/") + "/"
        self._overrides = overrides
        self._triggers = triggers
        self._index = index
        self._data: dict[str, bytes] = {}
        self._graph: Graph | None = None

    def data(self, path: str) -> bytes:
        """The bytes of a file, read on first use."""
        if path not in self._data:
            try:
                self._data[path] = self._overrides[path] if path in self._overrides else read(self.absolute(path))
            except OSError as exc:  # gone since it was looked at
                self.unreadable[path] = exc.strerror or str(exc)
                self._data[path] = b""
        return self._data[path]

    def facts(self, path: str) -> None:
        """Learn a file's facts; a file that can't be read becomes unreadable."""
        try:
            if path in self._overrides:
                self.known[path] = look(self.data(path), self._triggers)
                return
            absolute = self.absolute(path)
            known = self._index.get(path, absolute)
            if known is None:
                data = read(absolute)
                known = look(data, self._triggers)
                if known.hit or known.marker:
                    self._data[path] = data
                self._index.put(path, absolute, known)
            self.known[path] = known
        except OSError as exc:
            self.unreadable[path] = exc.strerror or str(exc)

    def http(self, path: str) -> bool:
        """Whether there is a trace of HTTP in a file."""
        facts = self.known[path]
        if facts.http is None:
            facts.http = speaks_http(self.data(path))
            self._index.learned += 1
        return facts.http

    def outward(self, path: str) -> tuple[tuple[str, ...], bool]:
        """The hosts that a file names, and whether it makes requests."""
        facts = self.known[path]
        if facts.outward is None:
            facts.outward = outward(self.data(path))
            self._index.learned += 1
        return facts.outward

    def graph(self, known: Iterable[str]) -> Graph:
        """The import graph, built on first use."""
        if self._graph is None:
            from . import imports

            for path in known:
                facts = self.known[path]
                if facts.imports is None:
                    facts.imports = imports.scan(self.data(path))
                    self._index.learned += 1
            self._graph = imports.Graph({p: self.known[p].imports or () for p in known})
        return self._graph

    def absolute(self, path: str) -> str:
        """Where a file is."""
        return path if path.startswith("/") else self._prefix + path


def look(data: bytes, triggers: Triggers) -> Facts:
    """What a file's bytes say, as far as every run needs it."""
    return Facts(hit=triggers.hit(data), marker=COMMENT in data, utf8=is_text(data))


def is_text(data: bytes) -> bool:
    """Whether the bytes are UTF-8, or what their coding cookie says."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _has_cookie(data)
    return True


def _has_cookie(data: bytes) -> bool:
    import io
    import tokenize

    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
        data.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError):
        return False
    return True


def read(path: str) -> bytes:
    """A file's bytes, with as few calls as possible: a large tree is thousands of small files."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        size = os.fstat(handle).st_size
        data = os.read(handle, size + 1)
        while chunk := os.read(handle, 1 << 20):
            data += chunk
        return data
    finally:
        os.close(handle)
