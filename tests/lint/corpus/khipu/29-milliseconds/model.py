from __future__ import annotations


class KhipuError(Exception):
    def __init__(self, code: str, description: str) -> None:
        super().__init__(code, description)
        self.code = code
        self.description = description


class Final(KhipuError):
    """DO_NOT_RETRY, and everything that we don't know."""


class TryAgain(KhipuError):
    """RETRY_IMMEDIATELY"""


class Hold(KhipuError):
    """WAIT_4_HOURS_BEFORE_RETRY"""


BY_TYPE: dict[str, type[KhipuError]] = {
    "DO_NOT_RETRY": Final,
    "RETRY_IMMEDIATELY": TryAgain,
    "WAIT_4_HOURS_BEFORE_RETRY": Hold,
}
