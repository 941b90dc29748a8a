from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from enum import StrEnum, auto

from flanks_gateway import CustomerMustAct, FlanksError, FlanksGateway, UnderSecurityReview

log = logging.getLogger("onboarding")

REVIEW_TIME = timedelta(hours=48)


class Stage(StrEnum):
    STARTED = auto()
    IN_REVIEW = auto()
    ACTIVE = auto()
    CUSTOMER_ACTION = auto()


@dataclass
class Onboarding:
    customer_id: str
    stage: Stage = Stage.STARTED
    credentials_token: str | None = None
    check_at: datetime | None = None
    note: str = ""


@dataclass
class OnboardingRepository:
    rows: dict[str, Onboarding] = field(default_factory=dict)

    def get(self, customer_id: str) -> Onboarding:
        return self.rows.setdefault(customer_id, Onboarding(customer_id))

    def in_review(self, now: datetime) -> list[Onboarding]:
        return [
            row for row in self.rows.values()
            if row.stage is Stage.IN_REVIEW and row.check_at is not None and row.check_at <= now
        ]


class OnboardingService:
    def __init__(self, gateway: FlanksGateway, repository: OnboardingRepository) -> None:
        self._gateway = gateway
        self._repository = repository

    def on_redirect(self, customer_id: str, code: str, error: str | None = None) -> Onboarding:
        """Called by the web layer with the query parameters of the redirect."""
        row = self._repository.get(customer_id)
        if error == "access_denied":
            row.stage, row.note = Stage.CUSTOMER_ACTION, "the customer closed the widget"
            return row
        token = self._gateway.exchange(code)
        row.credentials_token = token.credentials_token
        if token.under_review:
            self._review(row, "token held for security checks")
        else:
            row.stage = Stage.ACTIVE
        return row

    def check_reviews(self) -> list[Onboarding]:
        """Hourly job."""
        rows = self._repository.in_review(datetime.now(timezone.utc))
        for row in rows:
            assert row.credentials_token is not None
            try:
                self._gateway.identity(row.credentials_token)
            except UnderSecurityReview as exc:
                self._review(row, str(exc))
            except CustomerMustAct as exc:
                row.stage, row.note = Stage.CUSTOMER_ACTION, str(exc)
            except FlanksError:
                log.exception("review of %s could not be checked", row.customer_id)
                raise
            else:
                row.stage, row.check_at = Stage.ACTIVE, None
        return rows

    @staticmethod
    def _review(row: Onboarding, note: str) -> None:
        row.stage, row.note = Stage.IN_REVIEW, note
        row.check_at = datetime.now(timezone.utc) + REVIEW_TIME
