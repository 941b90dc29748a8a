from __future__ import annotations


class SyncError(Exception):
    """The report can't be had."""


class RegistrationPending(SyncError):
    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Unavailable(SyncError):
    def __init__(self, cpf: str) -> None:
        super().__init__(f"no report for ***{cpf[-3:]}")
        self.cpf = cpf
