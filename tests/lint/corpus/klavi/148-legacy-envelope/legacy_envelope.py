"""Envelope of the old XML gateway. Everything downstream speaks it, so replies of Klavi are squeezed into it too."""
from __future__ import annotations

from typing import Any, Mapping, NamedTuple


class Envelope(NamedTuple):
    code: str
    text: str
    payload: Mapping[str, Any]


def to_envelope(raw: Mapping[str, Any]) -> Envelope:
    # The old gateway delivered attributes, hence text only.
    return Envelope(str(raw.get("code", "")).strip(), str(raw.get("message", "")), raw.get("data") or {})
