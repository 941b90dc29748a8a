from __future__ import annotations

from typing import Any


class KhipuError(Exception):
    """Reply with Status=ERROR."""

    def __init__(self, operation: str | None, error: dict[str, Any]) -> None:
        self.operation = operation
        self.code: str = error.get("Code", "")
        self.type: str = error.get("Type", "")
        self.description: str = error.get("Description", "")
        super().__init__(f"[{self.code}/{self.type}] {self.description} (operation {operation})")


class BadReply(Exception):
    """Not the JSON that Khipu documents, most likely from a proxy on the way."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"HTTP {status}: {text[:120]!r}")
        self.status = status


# The scraper or the site behind it had a hiccup: worth another go.
HICCUPS = ("E2", "F000", "I0", "T000")


def is_hiccup(exc: KhipuError) -> bool:
    return exc.code.startswith(HICCUPS)
