"""VCR cassettes (YAML and JSON) and the like."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .bodies import decoded
from .model import Record, Trouble
from .records import headers_of, host_of, http_status, method_of


def is_cassette(value: Any) -> bool:
    """Whether a document is a cassette: of VCR (`interactions`) or Betamax (`http_interactions`)."""
    return isinstance(value, dict) and any(
        isinstance(value.get(k), list) for k in ("interactions", "http_interactions")
    )


def records(value: Any) -> Iterator[Record | Trouble]:
    """The replies of a cassette."""
    key = "interactions" if isinstance(value.get("interactions"), list) else "http_interactions"
    for number, item in enumerate(value[key]):
        yield _record(item, f"/{key}/{number}")


def _record(item: Any, place: str) -> Record | Trouble:
    request = item.get("request") if isinstance(item, dict) else None
    response = item.get("response") if isinstance(item, dict) else None
    if not isinstance(request, dict) or not isinstance(response, dict):
        return Trouble("not-a-capture", "the interaction has no request and response", entry=place)
    status = response.get("status", response.get("status_code"))
    code = http_status(status.get("code") if isinstance(status, dict) else status)
    method, host = method_of(request.get("method")), host_of(request.get("uri", request.get("url")))
    held = response.get("body", response.get("content"))
    encoded = isinstance(held, dict) and isinstance(held.get("base64_string"), (str, bytes))
    wrapped = isinstance(held, dict) and (encoded or "string" in held or not held)
    text = held.get("base64_string" if encoded else "string") if isinstance(held, dict) and wrapped else held
    if text is None:
        return Record(None, code, method, host, entry=place, recorded=held is not None)
    if not isinstance(text, (str, bytes)):
        return Record(text, code, method, host, entry=place)
    body = decoded(text, encoded, headers_of(response.get("headers")), place)
    return body if isinstance(body, Trouble) else Record(body, code, method, host, entry=place)
