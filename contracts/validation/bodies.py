"""The body of a captured reply: base64 and compression undone within bounds, then JSON."""

from __future__ import annotations

import base64
import binascii
import zlib
from collections.abc import Mapping
from typing import Any, Final

from .model import GZIP, Trouble
from .records import parsed

MAX_BODY: Final = 64 * 1024 * 1024
"""Bytes of a body after decompression; a longer one is reported, not held."""


def decoded(body: str | bytes, encoded: bool, headers: Mapping[str, str], place: str) -> Any:
    """The JSON value of a body, NOT_JSON, None for an empty one, or a Trouble."""
    if encoded:
        try:
            body = base64.b64decode(body, validate=False)
        except (binascii.Error, ValueError):
            return Trouble("unreadable", "the body is not base64, though it says so", entry=place)
    if isinstance(body, bytes):
        data = _decompressed(body, headers.get("content-encoding", "").lower())
        if isinstance(data, str):
            return Trouble("unreadable", data, entry=place)
        body = data.decode("utf-8-sig", errors="replace")
    return parsed(body)


def _decompressed(data: bytes, encoding: str) -> bytes | str:
    """Gzip and deflate undone (recorders often keep the bytes as they came); why not, as a text."""
    packed = data.startswith(GZIP)
    if not (packed or encoding == "deflate"):
        return data
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        stream = zlib.decompressobj(window)
        try:
            plain = stream.decompress(data, MAX_BODY + 1)
        except zlib.error:
            continue
        if len(plain) > MAX_BODY:
            return f"the body is longer than {MAX_BODY >> 20} MiB when decompressed"
        if stream.eof:
            return plain
    return "the body is compressed, and damaged or cut off" if packed else data
