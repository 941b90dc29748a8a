"""A file → its form and the replies in it, by suffix and content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader, BytesIO, FileIO
from typing import Any, BinaryIO, Final

from . import jsontext, ndjson
from .model import GZIP, Record, Trouble
from .records import Places, of_document

Parts = Iterable[Record | Trouble]
MAX_DOCUMENT: Final = 256 * 1024 * 1024
"""Bytes of a file that is read as one document. NDJSON files have no limit."""
HEAD: Final = 64 * 1024
_ARCHIVES: Final = frozenset({"log", "interactions", "http_interactions"})


class NothingForUs(Exception):
    """A file of a folder that holds nothing to check."""


def small(data: bytes, places: Places, *, archive: bool = False) -> tuple[str, Parts]:
    """`read` for the whole content of a short JSON file. archive: it has to be an HTTP Archive."""
    try:
        value = jsontext.parse(data)
    except jsontext.NotJson as exc:
        if ndjson.looks_like(data):
            return "ndjson", _lines(BytesIO(data), places, lambda size: None)
        return "json", [Trouble("not-json", _binary(data) or f"{exc.problem} (column {exc.column})", exc.line)]
    form, parts = _document(value, places)
    if archive and form != "har":
        return "har", [Trouble("not-a-capture", "is no HTTP Archive: it has no log.entries")]
    return form, parts


def read(
    file: FileIO, path: str, size: int, places: Places, named: bool, progress: Callable[[int], object]
) -> tuple[str, Parts]:
    """The form of an open file, and its replies (none for a contract or a schema).

    named: the user named the file, so that it must be something. Raises NothingForUs otherwise.
    """
    name = path.lower()
    if name.endswith(".schema.json"):
        return "schema", ()
    if name.endswith(".toml"):
        if not named and not _is_contract(file, size):
            raise NothingForUs
        return "contract", ()
    if name.endswith((".ndjson", ".jsonl", ".log")):
        return "ndjson", _lines(BufferedReader(file, HEAD), places, progress)
    if name.endswith((".yaml", ".yml")):
        return "cassette", _yaml(file, size, named, progress)
    return _json(file, size, places, progress, archive=name.endswith(".har"))


def _is_contract(file: FileIO, size: int) -> bool:
    """Whether a TOML file of a folder means to be a contract: the keys of one stand at its top."""
    if size > MAX_DOCUMENT:
        return False
    head = file.read(HEAD).decode("utf-8", errors="replace").partition("\n[")[0]
    keys = {line.partition("=")[0].strip() for line in head.splitlines() if "=" in line}
    return "format" in keys and bool(keys & {"provider", "extends"})


def _json(
    file: FileIO, size: int, places: Places, progress: Callable[[int], object], *, archive: bool
) -> tuple[str, Parts]:
    if size == 0 and not file.seekable():  # a pipe: `errpact validate <(zcat log.gz)`
        return "ndjson", _lines(BufferedReader(file, HEAD), places, progress)
    if size > HEAD:
        several = ndjson.looks_like(file.read(HEAD))
        file.seek(0)
        if several:
            return "ndjson", _lines(BufferedReader(file, HEAD), places, progress)
    if size > MAX_DOCUMENT:
        return "json", [Trouble("unreadable", _too_long())]
    data = file.read()
    progress(len(data))
    return small(data, places, archive=archive)


def _document(value: Any, places: Places) -> tuple[str, Parts]:
    if isinstance(value, dict) and not value.keys().isdisjoint(_ARCHIVES):
        from . import cassette, har  # rarely needed, and slow to import for a thousand small replies

        if har.is_har(value):
            return "har", har.records(value)
        if cassette.is_cassette(value):
            return "cassette", cassette.records(value)
    return "json", of_document(value, places)


def _yaml(file: FileIO, size: int, named: bool, progress: Callable[[int], object]) -> Parts:
    from . import cassette, safe_yaml

    if size > MAX_DOCUMENT:
        return [Trouble("unreadable", _too_long())]
    data = file.read()
    progress(len(data))
    if not named and b"interactions" not in data:
        raise NothingForUs
    try:
        value = safe_yaml.load(data)
    except safe_yaml.UnsafeYaml as exc:
        return [Trouble("unreadable", exc.problem, exc.line)]
    if cassette.is_cassette(value):
        return cassette.records(value)
    if not named:
        raise NothingForUs
    return [Trouble("not-a-capture", "is no cassette: it has no list of interactions")]


def _binary(data: bytes) -> str | None:
    if data.startswith(GZIP):
        return "is compressed; unpack it first, such as with `zcat`"
    return "is binary, not text" if b"\0" in data[:HEAD] else None


def _too_long() -> str:
    return f"is longer than {MAX_DOCUMENT >> 20} MiB; write one JSON value a line (.ndjson), which has no limit"


def _lines(file: BinaryIO, places: Places, progress: Callable[[int], object]) -> Iterator[Record | Trouble]:
    """The replies of an NDJSON file; tells the progress now and then how far it is read."""
    told = 0
    for number, part in enumerate(ndjson.records(file, places)):
        yield part
        if number % 1024 == 0 and file.seekable():
            here = file.tell()
            progress(here - told)
            told = here
