"""Registry of what Flanks can refuse with. A subclass announces the codes or statuses it stands for."""
from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar


class FlanksFault(Exception):
    _by_code: ClassVar[dict[int, type["FlanksFault"]]] = {}
    _by_status: ClassVar[dict[int, type["FlanksFault"]]] = {}
    ask_user: ClassVar[bool] = False
    resume_after: ClassVar[timedelta | None] = None

    def __init_subclass__(cls, *, codes: tuple[int, ...] = (), statuses: tuple[int, ...] = (), **kw: Any) -> None:
        super().__init_subclass__(**kw)
        for code in codes:
            FlanksFault._by_code[code] = cls
        for status in statuses:
            FlanksFault._by_status[status] = cls

    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"HTTP {status}, error_code {code}: {text}")
        self.status, self.code, self.text = status, code, text

    @classmethod
    def of(cls, status: int, body: dict[str, Any]) -> "FlanksFault":
        code = body.get("error_code")
        text = body.get("error") or body.get("message") or "no explanation"
        kind = cls._by_status.get(status) or cls._by_code.get(code) or FlanksFault
        return kind(status, code, text)


class AccessRefused(FlanksFault, statuses=(401,)):
    """Our own access token, never the end user's bank."""


class WrongCall(FlanksFault, statuses=(405, 415), codes=(40001,)):
    """A bug on our side."""


class AlreadyThere(FlanksFault, statuses=(409,)):
    pass


class NeedsTicket(FlanksFault, codes=(20001,)):
    pass


class StillRetrieving(FlanksFault, codes=(20002,)):
    pass


class SecurityChecks(FlanksFault, codes=(20003,)):
    resume_after = timedelta(hours=48)


class BankUnavailable(FlanksFault, codes=(50001,)):
    pass


class BadBankLogin(FlanksFault, codes=(50002,)):
    ask_user = True


class StrongAuthWanted(FlanksFault, codes=(50003,)):
    ask_user = True
