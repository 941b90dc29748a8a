"""Nightly import of bank reports into the credit file."""
from __future__ import annotations

import logging
import time
from typing import Any, Protocol

from api import KlaviApi
from result import Err, Ok
from settings import KlaviSettings

log = logging.getLogger("credit.import")


class CreditFile(Protocol):
    def save(self, cpf: str, kind: str, data: dict[str, Any], *, complete: bool) -> None: ...


class MemoryCreditFile:
    def __init__(self) -> None:
        self.rows: dict[tuple[str, str], tuple[dict[str, Any], bool]] = {}

    def save(self, cpf: str, kind: str, data: dict[str, Any], *, complete: bool) -> None:
        self.rows[cpf, kind] = (data, complete)


class ReportRefused(Exception):
    def __init__(self, err: Err) -> None:
        super().__init__(f"klavi answered {err.code}: {err.message}")
        self.code = err.code


class UserMustAct(ReportRefused):
    pass


class ReportImport:
    def __init__(self, settings: KlaviSettings, files: CreditFile) -> None:
        self.settings = settings
        self.api = KlaviApi(settings)
        self.files = files

    def run(self, cpf: str, kind: str = "transactions") -> dict[str, Any]:
        for attempt in range(1, self.settings.attempts + 1):
            match self.api.report(cpf, kind):
                case Ok(value=data):
                    self.files.save(cpf, kind, data, complete=True)
                    return data
                case Err(code=415) as err:
                    if attempt == self.settings.attempts:
                        raise ReportRefused(err)
                    log.info("registration not finished, attempt %d", attempt)
                    time.sleep(self.settings.registration_pause.total_seconds())
                case Err(code=402 | 407 | 408 | 409 | 433 | 434 | 435) as err:
                    raise UserMustAct(err)
                case Err() as err:
                    raise ReportRefused(err)
        raise AssertionError("unreachable")
