from __future__ import annotations

from typing import Any

import attrs


@attrs.define(slots=False)
class Fault(Exception):
    http_code: str
    error_code: str
    text: str

    def __str__(self) -> str:
        return f"{self.http_code}/{self.error_code}: {self.text}"


class PayloadFault(Fault):
    pass


class OutageFault(Fault):
    pass


class AttentionFault(Fault):
    """The account holder has something to sort out at the bank."""


class NoAchFault(Fault):
    pass


class ThrottledFault(Fault):
    pass


def build(body: dict[str, Any]) -> Fault:
    http, code = body["http_code"], body["error_code"]
    if code in {"500", "503"}:
        kind = OutageFault
    elif code == "429":
        kind = ThrottledFault
    elif http == "402" and code == "500":
        kind = AttentionFault
    elif http == "402" and code == "460":
        kind = NoAchFault
    elif code == "200":
        kind = PayloadFault
    else:
        kind = Fault
    return kind(http, code, (body.get("error") or {}).get("en", ""))
