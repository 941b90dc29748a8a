import logging
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from flanks_session import FlanksError, FlanksSession

logger = logging.getLogger(__name__)

PROCESSING = 20002
SECURITY_CHECKS = 20003

POLLS = 8
POLL_SECONDS = 30
REVIEW = timedelta(hours=48)


@dataclass
class Skipped:
    customer: int
    status: int
    code: int | None
    reason: str
    not_before: datetime | None = None


@dataclass
class SyncReport:
    portfolios: dict[int, list] = field(default_factory=dict)
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.skipped


def read_portfolio(session: FlanksSession, token: str) -> list:
    """Ask again while Flanks is still extracting, four minutes at most."""
    for left in reversed(range(POLLS)):
        try:
            return session.post("/v0/bank/portfolio", json={"credentials_token": token}).json()["portfolios"]
        except FlanksError as exc:
            if exc.code != PROCESSING or not left:
                raise
            time.sleep(POLL_SECONDS)


def sync(session: FlanksSession, tokens: dict[int, str]) -> SyncReport:
    report = SyncReport()
    for customer, token in tokens.items():
        try:
            report.portfolios[customer] = read_portfolio(session, token)
        except FlanksError as exc:
            if exc.status == 401:
                raise  # our own token, no point in going on
            skipped = Skipped(customer, exc.status, exc.code, exc.text)
            if exc.code == SECURITY_CHECKS:
                skipped.not_before = datetime.now(timezone.utc) + REVIEW
            report.skipped.append(skipped)
            logger.warning("customer %s skipped: %s", customer, exc)
    return report
