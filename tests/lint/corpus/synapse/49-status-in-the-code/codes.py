from __future__ import annotations

import enum


class SynapseCode(str, enum.Enum):
    OK = "0"
    PENDING = "10"
    CLIENT = "100"
    PAYLOAD = "200"
    FORBIDDEN = "300"
    VALUES = "400"
    AUTH = "401"
    MISSING = "404"
    NOT_ALLOWED = "410"
    SLOW_DOWN = "429"
    KEY_USED = "450"
    FAILED = "460"
    SERVER = "500"
    MAINTENANCE = "503"

    @classmethod
    def of(cls, body: dict) -> "SynapseCode | str":
        raw = body.get("error_code", "0")
        try:
            return cls(raw)
        except ValueError:
            return raw
