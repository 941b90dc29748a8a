"""A JSON value of a user's file → the reply in it: bare, or wrapped as status and body, or where the user says."""

# No `from __future__ import annotations`: NamedTuple would compile each annotation, which takes some milliseconds.

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from ..classify import MISSING, at
from .model import Record, Trouble

LOCAL: Final = (".localhost", ".local", ".test", ".internal")


class Places(NamedTuple):
    """JSON Pointers to body and status in a log line; None: a bare body, or `{"status": …, "body": …}`."""

    body: str | None = None
    status: str | None = None

    def record(self, value: Any, line: int | None = None, entry: str | None = None) -> Record | Trouble:
        """The reply in one value."""
        if self.body is not None:
            body = at(value, self.body)
            if body is MISSING:
                return Trouble("not-a-capture", f"nothing stands at {self.body}", line, entry)
            status = at(value, self.status) if self.status is not None else None
            return Record(parsed(body), http_status(status), line=line, entry=entry)
        if isinstance(value, dict) and "body" in value and http_status(value.get("status")) is not None:
            return Record(
                parsed(value["body"]),
                http_status(value["status"]),
                method_of(value.get("method")),
                host_of(value.get("url")),
                line,
                entry,
                "webhook" if value.get("channel") == "webhook" else "reply",
            )
        if self.status is not None:
            return Record(value, http_status(at(value, self.status)), line=line, entry=entry)
        return Record(value, line=line, entry=entry)


def parsed(body: Any) -> Any:
    """A body that a log holds as text is its JSON value, where it is one that an envelope could be."""
    if not isinstance(body, str):
        return body
    from . import jsontext

    try:
        return jsontext.parse(body)
    except jsontext.NotJson:
        from .checker import NOT_JSON

        return NOT_JSON if body.strip() else None


def http_status(value: Any) -> int | None:
    """An HTTP status, also as text; None for anything else."""
    if isinstance(value, str) and len(value) == 3 and value.isascii() and value.isdigit():
        value = int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) and 100 <= value <= 599 else None


def method_of(value: Any) -> str | None:
    """An HTTP method in upper case, or None."""
    return value.upper() if isinstance(value, str) and value.isalpha() and len(value) <= 20 else None


def host_of(url: Any) -> str | None:
    """The host of an address in lower case; None where there is none."""
    if not isinstance(url, str):
        return None
    from urllib.parse import urlsplit

    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def is_local(host: str) -> bool:
    """Whether a host stands for a test server or a stand-in on a private network."""
    return "." not in host or host.startswith("127.") or host.endswith(LOCAL)


def of_document(value: Any, places: Places) -> Iterator[Record | Trouble]:
    """The replies of a JSON file: the value itself, or each element of a list of objects."""
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        for number, item in enumerate(value):
            yield places.record(item, entry=f"/{number}")
    else:
        yield places.record(value)


def headers_of(value: Any) -> Mapping[str, str]:
    """Header names (lower case) and values of HAR's list or a cassette's mapping."""
    found: dict[str, str] = {}
    pairs = (
        value.items()
        if isinstance(value, dict)
        else [(h.get("name"), h.get("value")) for h in value if isinstance(h, dict)]
        if isinstance(value, list)
        else []
    )
    for name, content in pairs:
        first = content[0] if isinstance(content, list) and content else content
        if isinstance(name, str) and isinstance(first, str):
            found[name.lower()] = first
    return found
