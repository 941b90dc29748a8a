"""Shapes of Open Finance Brasil."""
from __future__ import annotations

from typing import Any, Optional, TypedDict


class Item(TypedDict):
    code: str
    title: str
    detail: str


def first_code(document: dict[str, Any]) -> Optional[str]:
    items: list[Item] = document.get("errors") or []
    return items[0]["code"] if items else None
