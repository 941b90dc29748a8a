from __future__ import annotations

from datetime import timedelta

from retry import BackOffStrategy


class KlaviException(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message


class CustomerActionRequired(KlaviException):
    pass


class PartnerConfigurationException(KlaviException):
    pass


class TryLaterException(KlaviException):
    """Klavi or the bank asks for a pause."""


PAUSES: dict[int, timedelta] = {
    403: timedelta(minutes=15),
    406: timedelta(days=1),
    414: timedelta(hours=1),
    415: timedelta(minutes=30),
}


class KlaviPauses(BackOffStrategy):
    def next_delay(self, error: Exception, attempt: int) -> timedelta:
        assert isinstance(error, TryLaterException)
        return PAUSES[error.code]


class ExceptionMapper:
    def to_exception(self, code: int, message: str) -> KlaviException:
        if code in PAUSES:
            return TryLaterException(code, message)
        if 400 <= code < 500:
            return CustomerActionRequired(code, message)
        return PartnerConfigurationException(code, message)
