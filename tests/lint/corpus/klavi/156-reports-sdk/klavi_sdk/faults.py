from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar


class KlaviFault(Exception):
    by_code: ClassVar[dict[int, type["KlaviFault"]]] = {}
    resend_after: ClassVar[timedelta | None] = None

    def __init__(self, code: int | None, body: Any) -> None:
        super().__init__(f"klavi answered {code}")
        self.code = code
        self.body = body

    def __init_subclass__(cls, codes: tuple[int, ...] = (), **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for code in codes:
            if code in KlaviFault.by_code:
                raise TypeError(f"{code} is registered twice")
            KlaviFault.by_code[code] = cls

    @classmethod
    def make(cls, code: int | None, body: Any) -> "KlaviFault":
        return cls.by_code.get(code, KlaviFault)(code, body)  # type: ignore[arg-type]


class CustomerAction(KlaviFault, codes=(402, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435)):
    """Only the customer can settle it."""


class FrozenForADay(KlaviFault, codes=(406, 414)):
    """Left to the nightly job of the caller, which keeps the 24 hours."""

    resend_after = None


class RegistrationRunning(KlaviFault, codes=(415,)):
    resend_after = timedelta(minutes=30)


class SourceTrouble(KlaviFault, codes=(403, 404, 432, 500)):
    pass


class NothingThere(KlaviFault, codes=(401, 405, 411, 430)):
    pass


class Quota(KlaviFault, codes=(429, 431)):
    pass


class PartnerSetup(KlaviFault, codes=(400, 412, 501, 502, 503, 504, 505)):
    pass
