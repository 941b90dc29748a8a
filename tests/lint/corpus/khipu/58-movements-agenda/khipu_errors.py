from __future__ import annotations

from typing import Any


class KhipuError(Exception):
    """An operation that ended with Status=ERROR."""

    def __init__(self, operation_id: str | None, code: str, advice: str, description: str) -> None:
        super().__init__(f"[{code}/{advice}] {description}")
        self.operation_id = operation_id
        self.code = code
        self.advice = advice
        self.description = description

    @property
    def means_no_data(self) -> bool:
        return len(self.code) == 4 and self.code.startswith("E3")


class KhipuRejected(KhipuError):
    pass


class KhipuHiccup(KhipuError):
    pass


class KhipuDeferred(KhipuError):
    pass


class KhipuUnreadable(Exception):
    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"HTTP {status}, not a Khipu document: {text[:200]!r}")
        self.status = status


_BY_ADVICE: dict[str, type[KhipuError]] = {
    "DO_NOT_RETRY": KhipuRejected,
    "RETRY_IMMEDIATELY": KhipuHiccup,
    "WAIT_4_HOURS_BEFORE_RETRY": KhipuDeferred,
}


def error_from(document: dict[str, Any]) -> KhipuError:
    error = document["Error"]
    cls = _BY_ADVICE.get(error["Type"], KhipuRejected)
    return cls(document.get("OperationId"), error["Code"], error["Type"], error["Description"])
