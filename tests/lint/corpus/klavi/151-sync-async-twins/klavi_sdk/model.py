from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar


class KlaviError(Exception):
    """A failure. Subclasses claim codes; what nobody claims stays a plain KlaviError."""

    retry_after: ClassVar[timedelta | None] = None
    _classes: ClassVar[dict[int, type[KlaviError]]] = {}

    def __init_subclass__(cls, codes: tuple[int, ...] = (), retry_after: timedelta | None = None) -> None:
        super().__init_subclass__()
        cls.retry_after = retry_after
        for code in codes:
            KlaviError._classes[code] = cls

    def __init__(self, code: int, message: str, body: Mapping[str, Any]) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message
        self.body = body

    @classmethod
    def build(cls, code: int, body: Mapping[str, Any]) -> KlaviError:
        return cls._classes.get(code, cls)(code, str(body.get("message", "")), body)


class UserMustAct(KlaviError, codes=(402, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435)):
    """Nothing that we can do: the person has to change or settle something."""


class BankUnavailable(UserMustAct, codes=(403,), retry_after=timedelta(minutes=20)):
    pass


class Frozen(UserMustAct, codes=(406, 414), retry_after=timedelta(days=1)):
    """Leave this login alone until tomorrow."""


class RegistrationRunning(KlaviError, codes=(415,), retry_after=timedelta(minutes=30)):
    pass


class PartnerError(KlaviError, codes=(400, 501, 502, 503, 504, 505, 701, 702, 703, 704)):
    """Our own set-up is wrong."""


_GAPS: Mapping[int, str] = {
    201: "extra-authorization",
    202: "transactions",
    203: "cpf",
}


@dataclass(frozen=True)
class Reply:
    code: int
    body: Mapping[str, Any]

    @classmethod
    def parse(cls, body: Mapping[str, Any]) -> Reply:
        return cls(int(body["code"]), body)

    @property
    def ok(self) -> bool:
        return self.code == 200

    @property
    def gap(self) -> str | None:
        return _GAPS.get(self.code)

    @property
    def error(self) -> KlaviError | None:
        if self.ok or self.gap:
            return None
        return KlaviError.build(self.code, self.body)

    @property
    def data(self) -> Any:
        """The payload; raises for a failure. Look at `gap` before calling it complete."""
        error = self.error
        if error is not None:
            raise error
        return self.body.get("data")
