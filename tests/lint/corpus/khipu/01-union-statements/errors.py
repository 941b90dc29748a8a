from __future__ import annotations

from datetime import datetime, timedelta

from schema import ErrorInfo


class KhipuError(Exception):
    def __init__(self, info: ErrorInfo, retry_at: datetime | None) -> None:
        super().__init__(f"{info.Code} ({info.Type}): {info.Description}")
        self.code = info.Code
        self.advice = info.Type
        self.description = info.Description
        self.retry_at = retry_at


class TokenRejected(KhipuError): ...
class LogonFailed(KhipuError): ...
class BankUnavailable(KhipuError): ...
class NoStatement(KhipuError): ...
class BadPeriod(KhipuError): ...
class PaymentFailed(KhipuError): ...
class Unclassified(KhipuError): ...
class Unfinished(KhipuError): ...
class KhipuInternal(KhipuError): ...
class BadRequest(KhipuError): ...


# whole code first, then the first two characters, then the letter
_TABLE: dict[str, type[KhipuError]] = {
    "E000": Unclassified,
    "E999": Unclassified,
    "E1": LogonFailed,
    "E2": BankUnavailable,
    "E3": NoStatement,
    "E4": BadPeriod,
    "E5": PaymentFailed,
    "A": TokenRejected,
    "D": Unfinished,
    "F": KhipuInternal,
    "I": KhipuInternal,
    "L": Unfinished,
    "P": BadRequest,
    "T": Unfinished,
}


def to_exception(info: ErrorInfo, now: datetime) -> KhipuError:
    cls = next(
        (_TABLE[info.Code[:n]] for n in (4, 2, 1) if info.Code[:n] in _TABLE), KhipuError
    )
    wait = {"WAIT_4_HOURS_BEFORE_RETRY": timedelta(hours=4), "RETRY_IMMEDIATELY": timedelta()}
    return cls(info, now + wait[info.Type] if info.Type in wait else None)
