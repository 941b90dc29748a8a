"""One exception class per documented code, generated from the table below."""
from __future__ import annotations

from typing import Any


class KlaviError(Exception):
    code: int | None = None

    def __init__(self, code: int | None, message: str, payload: dict[str, Any]) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message
        self.payload = payload


class IntegrationError(KlaviError):
    """Something to fix on our side."""


class EndUserError(KlaviError):
    """Only the account holder can get past this one."""


class SourceError(KlaviError):
    """The institution, or Klavi itself, could not serve the request."""


_FAMILIES = {"i": IntegrationError, "u": EndUserError, "s": SourceError}

_TABLE = """
400 i SignatureFailed
401 i UserNotFound
402 u UserCredentialError
403 s BankServiceError
404 s UnexpectedError
405 u AccountInfoIsNull
406 u LoginFrozenUntilTomorrow
407 u ActivationProblem
408 u AccountBlocked
409 u AccountTypeError
410 u InputFormatError
411 i TraceIdNotFound
412 i TokenNotRequired
413 u DuplicatedLogin
414 u SecurityMeasurement
415 u RegistrationNotFinished
416 u SingleDeviceAccount
417 u ExternalAuthenticator
418 u RegistrationNotFound
419 u RegistrationLimit
420 u AccessRegularizationRequired
429 i TooManyRequests
430 i DataDeleted
431 i UpdateLimitExceeded
432 s InstitutionUnavailable
433 u PasswordError
434 u WrongMfa
435 u MfaNotEntered
500 s InternalServerError
501 i InvalidAccess
502 i PartnerCodeNotActivated
503 i PartnerCredentialError
504 i PermissionRequired
505 i RequestParameterInvalid
"""

BY_CODE: dict[int, type[KlaviError]] = {}
for _row in _TABLE.split("\n"):
    if _row:
        _code, _family, _name = _row.split()
        BY_CODE[int(_code)] = type(_name, (_FAMILIES[_family],), {"code": int(_code), "__module__": __name__})
globals().update({cls.__name__: cls for cls in BY_CODE.values()})


def error_for(code: int | None, message: str, payload: dict[str, Any]) -> KlaviError:
    return BY_CODE.get(code, KlaviError)(code, message, payload)
