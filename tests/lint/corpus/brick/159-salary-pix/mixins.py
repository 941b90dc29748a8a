import logging
import time
import uuid

from errors import NeedsTicket, ServerTrouble

logger = logging.getLogger(__name__)


class IdempotencyMixin:
    """One key for the life of the operation object, however often it is sent."""

    _key = None

    def headers(self):
        if self._key is None:
            self._key = str(uuid.uuid4())
        headers = super().headers()
        headers["x-idempotency-key"] = self._key
        return headers


class InteractionMixin:
    def headers(self):
        headers = super().headers()
        headers["x-fapi-interaction-id"] = str(uuid.uuid4())
        return headers


class PatientMixin:
    """Repeats `attempt` on 50x: 3, 6, 12, 24, 48 seconds, then gives up."""

    BASE = 3
    RESENDS = 5

    def attempt(self, payload):
        pause = self.BASE
        for resend in range(self.RESENDS):
            try:
                return super().attempt(payload)
            except ServerTrouble as trouble:
                logger.warning("%s: %s, resend %d in %ss", self.path, trouble, resend + 1, pause)
            time.sleep(pause)
            pause *= 2
        return super().attempt(payload)


class TicketMixin:
    """Keeps the trail that the Service Desk asks for."""

    def execute(self):
        try:
            return super().execute()
        except NeedsTicket as failure:
            logger.error("open a ticket: %s %s", self.path, failure.raw)
            raise
