"""What earlier runs learned, kept in `.errpact_cache/`: what each unchanged file's bytes say, and whole results.

Everything is keyed by what it depends on, written to a temporary file and renamed, and checked when read: parallel
runs, a kill in the middle and a damaged file cost at most the time that the cache would have saved.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from errpact import __version__

FOLDER: Final = ".errpact_cache"
LIMIT: Final = 64 * 1024 * 1024
"""The most bytes that are kept; the oldest go first."""


def digest(*parts: bytes) -> str:
    """A digest of byte strings, in which their borders count."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()


def environment() -> bytes:
    """What every cached value depends on: errpact's version and code, Python's version, and how names of files are
    read: the same file has another name in another locale."""
    stamp = max((e.stat().st_mtime_ns for e in _own_files()), default=0)
    return f"{__version__} {stamp} {sys.version} {sys.getfilesystemencoding()}".encode()


def _own_files() -> Iterable[os.DirEntry[str]]:
    """The linter's own modules: in a checkout they change without a new version."""
    here = Path(__file__).parent
    for folder in (here, here / "rules", here / "flow", here / "models", here.parent / "contracts"):
        if folder.is_dir():
            yield from (e for e in os.scandir(folder) if e.name.endswith(".py"))


class Cache:
    """A folder of values by kind and key. folder None: nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, kind: str, key: str) -> bytes | None:
        """A stored value, or None; a damaged one counts as none."""
        if self.folder is None:
            return None
        try:
            data = (self.folder / kind / key).read_bytes()
        except OSError:
            return None
        head, value = data[:32], data[32:]
        return value if head == digest(value).encode() else None

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keep a value; a folder that can't be written to is no error."""
        if self.folder is None:
            return
        target = self.folder / kind / key
        temporary = target.with_name(f".{key}.{os.getpid()}.{time.monotonic_ns()}")
        try:
            self._prepare(target.parent)
            temporary.write_bytes(digest(value).encode() + value)
            temporary.replace(target)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)

    def _prepare(self, folder: Path) -> None:
        assert self.folder is not None
        if folder.is_dir():
            return
        folder.mkdir(parents=True, exist_ok=True)
        (self.folder / ".gitignore").write_text("*\n", encoding="utf-8")
        (self.folder / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n", encoding="utf-8")

    def files(self) -> list[os.stat_result]:
        """The kept files' sizes and times."""
        return [entry.stat() for entry in self._entries()]

    def _entries(self) -> list[os.DirEntry[str]]:
        found: list[os.DirEntry[str]] = []
        todo = [str(self.folder)] if self.folder is not None and self.folder.is_dir() else []
        while todo:
            for entry in os.scandir(todo.pop()):
                if entry.is_dir(follow_symlinks=False):
                    todo.append(entry.path)
                else:
                    found.append(entry)
        return found

    def trim(self, limit: int = LIMIT) -> None:
        """Delete the oldest values until at most `limit` bytes are left."""
        with contextlib.suppress(OSError):  # another run may be trimming too
            aged = [(e.stat().st_mtime_ns, e.stat().st_size, e) for e in self._entries()]
            total = sum(size for _, size, _ in aged)
            if total <= limit:
                return
            for _, size, entry in sorted(aged, key=lambda a: a[:2]):
                if entry.name not in (".gitignore", "CACHEDIR.TAG"):
                    os.unlink(entry.path)
                    total -= size
                if total <= limit:
                    return

    def clean(self) -> int:
        """Delete everything that errpact keeps here; the number of files deleted."""
        import shutil

        count = len(self._entries())
        if self.folder is not None and self.folder.is_dir():
            shutil.rmtree(self.folder, ignore_errors=True)
        return count
