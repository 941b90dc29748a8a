"""Hourly job. A connection under review is left alone until Flanks has finished."""
import logging
from datetime import datetime, timezone

from flanks_client import FlanksClient
from flanks_errors import DataUnavailable, FlanksError, SecurityReview, StillProcessing

logger = logging.getLogger(__name__)


def sync(client: FlanksClient, connections, positions, tickets) -> None:
    now = datetime.now(timezone.utc)
    for connection in connections.active():
        if connection.resume_at and connection.resume_at > now:
            continue
        try:
            holdings = client.portfolio(connection.credentials_token)
        except StillProcessing as exc:
            logger.info("%s: %s; next run", connection.id, exc)
            continue
        except SecurityReview as exc:
            connections.rest(connection, until=now + exc.ready_within, reason=exc.error_code)
            continue
        except DataUnavailable as exc:
            tickets.open(connection, exc.error_code, exc.text)
            connections.suspend(connection, reason=exc.error_code)
            continue
        except FlanksError as exc:
            logger.error("%s: %s", connection.id, exc)
            connections.suspend(connection, reason=exc.error_code or exc.status)
            continue
        positions.replace(connection, holdings)


def finish_link(client: FlanksClient, connections, user, link_code: str) -> None:
    token, usable = client.exchange(link_code)
    resume_at = None if usable else datetime.now(timezone.utc) + SecurityReview.ready_within
    connections.add(user, credentials_token=token, resume_at=resume_at)
