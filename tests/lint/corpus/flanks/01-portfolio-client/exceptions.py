from typing import Optional


class FlanksError(Exception):
    def __init__(self, message: str, code: Optional[int] = None, status: Optional[int] = None) -> None:
        super().__init__(message)
        self.message = message
        self.code = code
        self.status = status


class DataUnavailable(FlanksError):
    pass


class ConfigurationError(FlanksError):
    pass


class BankError(FlanksError):
    pass


class CredentialsError(FlanksError):
    pass


class ScaError(FlanksError):
    pass


BY_CODE = {
    20001: DataUnavailable,
    20003: ScaError,
    40001: ConfigurationError,
    50001: BankError,
    50002: CredentialsError,
    50003: ScaError,
}
