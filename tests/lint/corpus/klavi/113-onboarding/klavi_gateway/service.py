from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from tenacity import RetryCallState, retry, retry_if_exception, stop_after_attempt, wait_exponential

from .client import KlaviClient
from .errors import KlaviError, worth_another_go

logger = logging.getLogger("klavi.service")
metrics: Counter[str] = Counter()


@dataclass
class Report:
    link_id: str
    accounts: list[dict[str, Any]] = field(default_factory=list)
    monthly_income: float = 0.0


def _count(state: RetryCallState) -> None:
    metrics["klavi.again"] += 1
    logger.info("attempt %d did not succeed", state.attempt_number)


class OnboardingService:
    """Income check during onboarding: the customer's bank is read and the income estimated."""

    def __init__(self, client: KlaviClient) -> None:
        self._client = client

    def income_report(self, cpf: str, bank: str, user: str, password: str) -> Report:
        try:
            data = self._collect(
                {"cpf": cpf, "institution": bank, "user": user, "password": password}
            )
        except KlaviError as exc:
            metrics[f"klavi.error.{exc.row.owner}"] += 1
            raise
        accounts = data.get("accounts", [])
        credits = [t["amount"] for a in accounts for t in a.get("transactions", []) if t["amount"] > 0]
        return Report(data.get("linkId", ""), accounts, sum(credits) / 12)

    @retry(
        retry=retry_if_exception(worth_another_go),
        stop=stop_after_attempt(4),
        wait=wait_exponential(multiplier=2, min=2, max=30),
        before_sleep=_count,
        reraise=True,
    )
    def _collect(self, payload: dict[str, Any]) -> dict[str, Any]:
        return self._client.post("/data/v1/reports/income", payload)
