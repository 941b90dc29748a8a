"""HTTP/1.1 as far as the loopback server needs it: bytes → Request, Reply → bytes. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from ..contracts import Reply
from ..contracts.harmless import clean

MAX_BODY: Final = 64 * 1024 * 1024
# `int` alone takes signs, spaces and digits of other scripts: a negative chunk would be read for ever.
_LENGTH: Final = re.compile(r"[0-9]{1,12}")
_CHUNK: Final = re.compile(rb"[0-9A-Fa-f]{1,12}")
_PLAIN: Final = re.compile(r"|[A-Za-z0-9_.~-]{1,7}|[A-Z]?[a-z]+(?:[A-Z][a-z]+|[-_.][a-z]+)*")


class BadRequest(Exception):
    """Bytes that are no HTTP/1.1 request."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came over the wire. method: in capitals. target: path and query as sent. headers: by name in
    small letters. body: its bytes."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def path(self) -> str:
        """The path, decoded, without the query."""
        return unquote(self._url.path)

    @property
    def shown(self) -> str:
        """Method and path as they may be printed: without the query, and with … for the parts of the path that may be
        somebody's data (a number, a token, a name: anything but words and short tags such as v0)."""
        parts = self.target.partition("?")[0].split("/")
        return clean(f"{self.method} {'/'.join(p if _PLAIN.fullmatch(p) else '…' for p in parts)}")

    @property
    def query(self) -> dict[str, str]:
        """The query's parameters; of a repeated one the last."""
        return dict(parse_qsl(self._url.query, keep_blank_values=True))

    @property
    def _url(self) -> SplitResult:
        try:
            return urlsplit(self.target)
        except ValueError:  # such as http://[
            return SplitResult("", "", self.target, "", "")

    @property
    def key(self) -> tuple[str, str, bytes]:
        """What makes two requests the same: method, URL and body."""
        return (self.method, self.target, self.body)

    def header(self, name: str) -> str | None:
        """A header by its name in any case."""
        return self.headers.get(name.lower())

    def json(self) -> Any:
        """The body as JSON. Raises ValueError."""
        return json.loads(self.body)


def parse(data: bytearray) -> tuple[Request, int] | None:
    """The first request in a connection's bytes and how many of them it took; None while it is incomplete."""
    end = data.find(b"\r\n\r\n")
    if end < 0:
        if len(data) > 1 << 20:
            raise BadRequest("headers without end")
        return None
    first, *lines = bytes(data[:end]).decode("latin-1").split("\r\n")
    parts = first.split(" ")
    if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
        raise BadRequest(first[:80])
    headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    taken = _body(data, end + 4, headers)
    if taken is None:
        return None
    body, length = taken
    return Request(parts[0].upper(), parts[1], headers, body), length


def _body(data: bytearray, start: int, headers: Mapping[str, str]) -> tuple[bytes, int] | None:
    if headers.get("transfer-encoding", "").lower() == "chunked":
        return _chunks(data, start)
    text = headers.get("content-length", "0")
    if not _LENGTH.fullmatch(text) or int(text) > MAX_BODY:
        raise BadRequest(f"content-length {text[:20]}")
    end = start + int(text)
    return None if len(data) < end else (bytes(data[start:end]), end)


def _chunks(data: bytearray, position: int) -> tuple[bytes, int] | None:
    body = bytearray()
    while True:
        line = data.find(b"\r\n", position)
        if line < 0 and len(data) - position < 1 << 16:
            return None
        text = bytes(data[position:line]).partition(b";")[0]
        if line < 0 or not _CHUNK.fullmatch(text) or len(body) + (size := int(text, 16)) > MAX_BODY:
            raise BadRequest("chunk size")
        begin, end = line + 2, line + 2 + size
        if len(data) < end + 2:
            return None
        if size == 0:
            return bytes(body), end + 2
        body += data[begin:end]
        position = end + 2


def encode(reply: Reply, *, head: bool = False) -> bytes:
    """A reply's bytes. A body that is not bytes or text goes as JSON; headers given win over those made here."""
    body = payload(reply.body)
    status = reply.status if reply.status is not None else 200
    try:
        reason = HTTPStatus(status).phrase
    except ValueError:
        reason = "Status"
    headers: dict[str, str] = {}
    given = {name.lower() for name in reply.headers}
    if "content-type" not in given and body:
        headers["Content-Type"] = "application/json" if not isinstance(reply.body, bytes) else "text/plain"
    if "content-length" not in given and status not in (204, 304) and status >= 200:
        headers["Content-Length"] = str(len(body))
    lines = [f"HTTP/1.1 {status} {reason}"]
    lines += [f"{name}: {value}" for name, value in (*headers.items(), *reply.headers.items())]
    content = b"" if head or status in (204, 304) else body
    return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + content


def payload(body: Any) -> bytes:
    """A body's bytes: bytes as they are, None as nothing, anything else as JSON."""
    if isinstance(body, (bytes, bytearray)):
        return bytes(body)
    return b"" if body is None else json.dumps(body, ensure_ascii=False).encode("utf-8", "surrogatepass")
