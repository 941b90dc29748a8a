from __future__ import annotations

from typing import Any, ClassVar


class FlanksError(Exception):
    registry: ClassVar[dict[int, type["FlanksError"]]] = {}

    def __init_subclass__(cls, code: int | None = None, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if code is not None:
            FlanksError.registry[code] = cls

    def __init__(self, status: int, error_code: int | None, error: str) -> None:
        super().__init__(f"HTTP {status}, {error_code or 'no code'}: {error}")
        self.status = status
        self.error_code = error_code
        self.error = error


class Incomplete(FlanksError, code=20001): ...


class StillProcessing(FlanksError, code=20002): ...


class SecurityChecks(FlanksError, code=20003): ...


class ConfigurationError(FlanksError, code=40001): ...


class BankUnavailable(FlanksError, code=50001): ...


class WrongBankCredentials(FlanksError, code=50002): ...


class ScaRequired(FlanksError, code=50003): ...


class Unauthorised(FlanksError): ...


class ServerError(FlanksError): ...


def from_response(status: int, body: Any) -> FlanksError:
    body = body if isinstance(body, dict) else {}
    code = body.get("error_code")
    if code is None:
        cls = {401: Unauthorised, 500: ServerError}.get(status, FlanksError)
    else:
        cls = FlanksError.registry.get(code, FlanksError)
    return cls(status, code, str(body.get("error", body.get("message", ""))))
