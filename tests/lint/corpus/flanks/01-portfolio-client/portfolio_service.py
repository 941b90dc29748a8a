import logging
import time

from exceptions import FlanksError
from flanks_client import FlanksClient

logger = logging.getLogger(__name__)


class PortfolioService:
    POLL_SECONDS = 20
    MAX_POLLS = 15

    def __init__(self, client: FlanksClient):
        self.client = client

    def load(self, credentials_token: str) -> dict:
        polls = 0
        while True:
            try:
                return {
                    "portfolio": self.client.portfolio(credentials_token),
                    "investments": self.client.investments(credentials_token),
                }
            except FlanksError as exc:
                if exc.code == "20002" and polls < self.MAX_POLLS:
                    polls += 1
                    logger.info("data still being retrieved, poll %d", polls)
                    time.sleep(self.POLL_SECONDS)
                    continue
                raise
