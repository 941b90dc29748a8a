from __future__ import annotations

from typing import ClassVar


class KhipuError(Exception):
    """Status=ERROR. Subclasses name the prefix of the codes that they stand for."""

    prefix: ClassVar[str] = ""
    _registry: ClassVar[list[type[KhipuError]]] = []

    def __init_subclass__(cls, prefix: str = "", **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        cls.prefix = prefix
        KhipuError._registry.append(cls)

    def __init__(self, code: str, advice: str) -> None:
        super().__init__(f"khipu error {code or '?'}")
        self.code = code
        self.advice = advice


class Unauthorized(KhipuError, prefix="A"):
    pass


class LogonFailed(KhipuError, prefix="E1"):
    pass


class BankUnavailable(KhipuError, prefix="E2"):
    pass


class NothingThere(KhipuError, prefix="E3"):
    pass


class BadParameter(KhipuError, prefix="E4"):
    pass


def error_for(code: str, advice: str) -> KhipuError:
    cls = next((c for c in KhipuError._registry if code.startswith(c.prefix)), KhipuError)
    return cls(code, advice)
