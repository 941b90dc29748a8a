"""One class per group of codes; all of them keep the code."""
from __future__ import annotations

import bisect


class KhipuError(Exception):
    group = "unknown"

    def __init__(self, code: str, advice: str, description: str) -> None:
        super().__init__(code, advice, description)
        self.code = code
        self.advice = advice
        self.description = description


class LogonError(KhipuError):
    group = "logon"


class SourceError(KhipuError):
    group = "source"


class NoDataError(KhipuError):
    group = "no-data"


class ParameterError(KhipuError):
    group = "parameters"


class PaymentError(KhipuError):
    group = "payments"


class TokenError(KhipuError):
    group = "token"


_BOUNDS = (100, 200, 300, 400, 500, 600)
_CLASSES = (KhipuError, LogonError, SourceError, NoDataError, ParameterError, PaymentError, KhipuError)
_SINGLES = {"A000": TokenError, "P001": ParameterError, "P002": ParameterError, "P003": ParameterError}


def exception_for(error: dict[str, str]) -> KhipuError:
    code = error["Code"]
    if code in _SINGLES:
        kind = _SINGLES[code]
    elif code.startswith("E") and code[1:].isdigit():
        kind = _CLASSES[bisect.bisect_right(_BOUNDS, int(code[1:]))]
    else:
        kind = KhipuError
    return kind(code, error["Type"], error["Description"])
