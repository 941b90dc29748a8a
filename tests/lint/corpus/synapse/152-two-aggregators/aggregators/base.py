from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from typing import Protocol

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LoginRequest:
    user: str
    bank: str
    username: str
    password: str
    public_token: str = ""


class MfaNeeded(Exception):
    def __init__(self, access_token: str, question: str) -> None:
        super().__init__(question)
        self.access_token = access_token


class LinkError(Exception):
    def __init__(
        self,
        provider: str,
        code: str | None,
        message: str,
        *,
        retryable: bool = False,
        needs_user: bool = False,
    ) -> None:
        super().__init__(f"{provider} {code}: {message}")
        self.provider = provider
        self.code = code
        self.retryable = retryable
        self.needs_user = needs_user


class Linker(Protocol):
    name: str

    def link(self, req: LoginRequest) -> list[str]: ...


def link_patiently(linker: Linker, req: LoginRequest, tries: int = 3) -> list[str]:
    for n in range(1, tries + 1):
        try:
            return linker.link(req)
        except LinkError as exc:
            if not exc.retryable or n == tries:
                raise
            log.warning("%s, try %d of %d", exc, n, tries)
            time.sleep(30 * n)
    raise ValueError("tries must be positive")
