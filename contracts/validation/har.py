"""HTTP Archives: what browsers and proxies export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .bodies import decoded
from .model import Record, Trouble
from .records import headers_of, host_of, http_status, method_of


def is_har(value: Any) -> bool:
    """Whether a JSON document is an HTTP Archive, or is meant to be one: `version` and `creator` are in each."""
    log = value.get("log") if isinstance(value, dict) else None
    return isinstance(log, dict) and ("entries" in log or {"version", "creator"} <= log.keys())


def records(value: Any) -> Iterator[Record | Trouble]:
    """The replies of an HTTP Archive. A reply whose content was not exported is a record that is not `recorded`."""
    entries = value["log"].get("entries")
    if not isinstance(entries, list):
        yield Trouble("not-a-capture", "log.entries must be a list")
        return
    for number, entry in enumerate(entries):
        yield _record(entry, f"/log/entries/{number}")


def _record(entry: Any, place: str) -> Record | Trouble:
    request = entry.get("request") if isinstance(entry, dict) else None
    response = entry.get("response") if isinstance(entry, dict) else None
    if not isinstance(request, dict) or not isinstance(response, dict):
        return Trouble("not-a-capture", "the entry has no request and response", entry=place)
    status = http_status(response.get("status"))
    method, host = method_of(request.get("method")), host_of(request.get("url"))
    content = response.get("content")
    if not isinstance(content, dict) or not isinstance(content.get("text"), str):
        empty = isinstance(content, dict) and content.get("size") == 0
        return Record(None, status, method, host, entry=place, recorded=empty)
    body = decoded(content["text"], content.get("encoding") == "base64", headers_of(response.get("headers")), place)
    return body if isinstance(body, Trouble) else Record(body, status, method, host, entry=place)
