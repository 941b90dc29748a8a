"""RQ jobs. Run with: rq worker --with-scheduler wealth"""
import logging
import os
from datetime import timedelta

from redis import Redis
from rq import Queue

import mailer
from wealth import Flanks
from wealth.errors import BankDown, DataIncomplete, FlanksError, NeedsUser, SecurityChecks, StillProcessing

logger = logging.getLogger(__name__)
queue = Queue("wealth", connection=Redis.from_url(os.getenv("REDIS_URL", "redis://localhost")))
flanks = Flanks(os.getenv("FLANKS_TOKEN", ""))

BANK_DOWN_LIMIT = 6


def connect(customer_id: int, code: str):
    """First job after the Link redirect."""
    try:
        token = flanks.credentials.from_link(code)
    except SecurityChecks as exc:
        if exc.credentials_token:
            queue.enqueue_in(timedelta(hours=48), sync_portfolio, customer_id, exc.credentials_token)
            return "security-checks"
        raise
    queue.enqueue(sync_portfolio, customer_id, token)
    return "connected"


def sync_portfolio(customer_id: int, token: str, bank_down: int = 0):
    try:
        positions = flanks.portfolio.positions(token)
    except StillProcessing:
        queue.enqueue_in(timedelta(minutes=30), sync_portfolio, customer_id, token, bank_down)
        return "processing"
    except SecurityChecks:
        queue.enqueue_in(timedelta(hours=48), sync_portfolio, customer_id, token, bank_down)
        return "security-checks"
    except BankDown:
        if bank_down >= BANK_DOWN_LIMIT:
            raise
        queue.enqueue_in(timedelta(hours=1), sync_portfolio, customer_id, token, bank_down + 1)
        return "bank-down"
    except NeedsUser as exc:
        mailer.send(customer_id, exc.template)
        return f"user-action:{exc.error_code}"
    except DataIncomplete as exc:
        mailer.send_to_ops(f"Flanks ticket needed for customer {customer_id}: {exc}")
        return f"ticket:{exc.error_code}"
    except FlanksError:
        logger.exception("flanks sync of %s failed", customer_id)
        raise
    logger.info("customer %s: %s positions", customer_id, len(positions))
    return "ok"
