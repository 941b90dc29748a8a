from __future__ import annotations


class KhipuError(Exception):
    """Root of everything the API can answer instead of data."""

    prefixes: tuple[str, ...] = ()

    def __init__(self, code: str, advice: str, description: str) -> None:
        super().__init__(f"[{code}/{advice}] {description}")
        self.code = code
        self.advice = advice
        self.description = description

    @classmethod
    def from_error(cls, error: dict[str, str]) -> KhipuError:
        for kind in (AuthError, LogonError, NoDataError, InputError):
            if error["Code"].startswith(kind.prefixes):
                break
        else:
            kind = ServiceError
        return kind(error["Code"], error["Type"], error["Description"])


class AuthError(KhipuError):
    prefixes = ("A",)


class LogonError(KhipuError):
    prefixes = ("E1",)


class NoDataError(KhipuError):
    prefixes = ("E3",)


class InputError(KhipuError):
    prefixes = ("E4",)


class ServiceError(KhipuError):
    """The far end had trouble."""
