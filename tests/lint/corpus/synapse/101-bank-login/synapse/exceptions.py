from __future__ import annotations

from typing import ClassVar


class SynapseError(Exception):
    """Base; looks its subclasses up by (http_code, error_code)."""

    pairs: ClassVar[frozenset[tuple[str, str]]] = frozenset()
    _registry: ClassVar[dict[tuple[str, str], type["SynapseError"]]] = {}

    def __init_subclass__(cls, **kwargs) -> None:
        super().__init_subclass__(**kwargs)
        for pair in cls.pairs:
            SynapseError._registry[pair] = cls

    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text

    @classmethod
    def of(cls, http_code: str, error_code: str, text: str) -> "SynapseError":
        return cls._registry.get((http_code, error_code), cls)(http_code, error_code, text)


class BadBankCredentials(SynapseError):
    pairs = frozenset({("400", "200"), ("401", "110")})


class WrongAnswer(SynapseError):
    pairs = frozenset({("409", "400")})


class AccountNeedsAttention(SynapseError):
    pairs = frozenset({("402", "500")})


class NoEligibleAccount(SynapseError):
    pairs = frozenset({("402", "460")})


class RefreshUnsupported(SynapseError):
    pairs = frozenset({("400", "410")})


class TemporarilyUnavailable(SynapseError):
    pairs = frozenset({("503", "503")})
