from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from khipu_client import KhipuClient, KhipuError

logger = logging.getLogger(__name__)


@dataclass
class Statement:
    month: str
    rows: list[dict[str, Any]] = field(default_factory=list)
    error_code: str | None = None
    error_text: str | None = None
    not_before: datetime | None = None

    @property
    def ok(self) -> bool:
        return self.error_code is None


class StatementService:
    def __init__(self, client: KhipuClient) -> None:
        self.client = client

    def fetch(self, rut: str, password: str, months: list[str]) -> list[Statement]:
        statements: list[Statement] = []
        for month in months:
            try:
                rows = self.client.transactions(rut, password, month)
            except KhipuError as exc:
                statements.append(Statement(month, [], exc.code, exc.description, exc.not_before()))
                if exc.no_data:
                    logger.info("%s: nothing published yet (%s)", month, exc.code)
                    continue
                logger.error("%s: stopping after %s", month, exc)
                break
            statements.append(Statement(month, rows))
        return statements
