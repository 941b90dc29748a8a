from __future__ import annotations

from typing import Any

import attrs


def _text(error: Any) -> str:
    return error.get("en", "") if isinstance(error, dict) else str(error or "")


@attrs.frozen
class Fault:
    http: str
    code: str
    text: str = attrs.field(converter=_text)

    @classmethod
    def from_body(cls, body: dict[str, Any]) -> Fault:
        return cls(
            http=body.get("http_status", ""),
            code=body.get("error_code", ""),
            text=body.get("error"),
        )


class SynapseError(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.http}/{fault.code}: {fault.text}")
        self.fault = fault


class Relink(SynapseError):
    pass


class NotRefreshable(SynapseError):
    pass


class Later(SynapseError):
    pass


KINDS: dict[tuple[str, str], type[SynapseError]] = {
    ("401", "110"): Relink,
    ("400", "410"): NotRefreshable,
    ("503", "503"): Later,
}


def to_error(body: dict[str, Any]) -> SynapseError:
    fault = Fault.from_body(body)
    return KINDS.get((fault.http, fault.code), SynapseError)(fault)
