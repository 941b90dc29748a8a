"""One class per advice that Khipu gives in Error.Type."""
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

import attrs


@attrs.frozen
class ErrorInfo:
    code: str
    advice: str
    description: str = ""

    @classmethod
    def of(cls, raw: Any) -> "ErrorInfo":
        raw = raw if isinstance(raw, Mapping) else {}
        return cls(str(raw.get("Code", "")), str(raw.get("Type", "")), str(raw.get("Description", "")))


class KhipuFailure(Exception):
    """No advice, or one that we have never seen."""

    _classes: ClassVar[dict[str, type["KhipuFailure"]]] = {}
    advice: ClassVar[str | None] = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.advice is not None:
            KhipuFailure._classes[cls.advice] = cls

    def __init__(self, info: ErrorInfo) -> None:
        super().__init__(info)
        self.info = info

    def __str__(self) -> str:
        return f"{self.info.code} ({self.info.advice or 'no advice'}): {self.info.description}"

    @classmethod
    def from_reply(cls, body: Mapping[str, Any]) -> "KhipuFailure":
        info = ErrorInfo.of(body.get("Error"))
        return cls._classes.get(info.advice, KhipuFailure)(info)


class Final(KhipuFailure):
    advice = "DO_NOT_RETRY"


class Hiccup(KhipuFailure):
    advice = "RETRY_IMMEDIATELY"


class UnderRepair(KhipuFailure):
    advice = "WAIT_4_HOURS_BEFORE_RETRY"
