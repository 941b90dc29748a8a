from __future__ import annotations

from typing import Mapping


class KhipuError(Exception):
    def __init__(self, code: str, advice: str, description: str) -> None:
        super().__init__(code, advice, description)
        self.code = code
        self.advice = advice
        self.description = description

    @classmethod
    def from_body(cls, error: Mapping[str, str]) -> KhipuError:
        kind = KINDS.get(error["Type"], cls)
        text = error["Description"].lower()
        if "not available" in text or "try again" in text:
            kind = Transient
        return kind(error["Code"], error["Type"], error["Description"])


class Transient(KhipuError):
    """A hiccup."""


class UnderRepair(Transient):
    """Khipu has to fix the service on its side."""


class Rejected(KhipuError):
    """No use in sending it again."""


KINDS: dict[str, type[KhipuError]] = {
    "RETRY_IMMEDIATELY": Transient,
    "WAIT_4_HOURS_BEFORE_RETRY": UnderRepair,
    "DO_NOT_RETRY": Rejected,
}
