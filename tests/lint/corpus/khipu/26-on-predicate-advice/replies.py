from __future__ import annotations

from typing import Any, Mapping


def error_of(reply: Mapping[str, Any]) -> Mapping[str, str]:
    """The Error object, empty where there is none."""
    return reply.get("Error") or {}


def says_again(reply: Mapping[str, Any]) -> bool:
    return error_of(reply).get("Type") == "RETRY_IMMEDIATELY"


def succeeded(reply: Mapping[str, Any]) -> bool:
    return reply.get("Status") == "OK" and not error_of(reply)
