"""I/O-free half of the library: generators that yield calls and are sent replies."""
from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any

from .errors import KlaviError, error_for
from .models import Caveat, Report

DEFAULT_URL = "https://api.klavi.ai"


@dataclass(frozen=True)
class Call:
    method: str
    path: str
    json: dict[str, Any] | None = None
    params: dict[str, Any] = field(default_factory=dict)


Flow = Generator[Call, "tuple[int, bytes]", Any]


def decode(status: int, raw: bytes) -> Report:
    try:
        body = json.loads(raw)
        code = int(body["code"])
    except (ValueError, KeyError, TypeError):
        raise KlaviError(None, f"HTTP {status} without a Klavi body", {"raw": raw[:400]}) from None
    if code == 200:
        return Report(body.get("data"))
    try:
        return Report(body.get("data"), frozenset({Caveat(code)}))
    except ValueError:
        raise error_for(code, body.get("message") or "", body) from None


def one(call: Call) -> Flow:
    return decode(*(yield call))


def all_pages(path: str, size: int) -> Flow:
    """Concatenates the pages; whatever caveat one of them has, the whole has."""
    rows: list[Any] = []
    caveats: frozenset[Caveat] = frozenset()
    page = 1
    while True:
        report: Report = yield from one(Call("GET", path, params={"page": page, "size": size}))
        chunk = report.data or []
        rows.extend(chunk)
        caveats |= report.caveats
        if len(chunk) < size:
            return Report(rows, caveats)
        page += 1
