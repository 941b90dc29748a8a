import logging
import time
from typing import Any, Callable, Dict

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from .model import Failure, KhipuFailure, Verdict

logger = logging.getLogger(__name__)


def _session() -> requests.Session:
    session = requests.Session()
    # unreachable host only: a request that was received is never repeated down here
    session.mount("https://", HTTPAdapter(max_retries=Retry(total=3, connect=3, read=0, status=0, backoff_factor=1)))
    return session


class PaymentClient:
    verdicts: Dict[str, Verdict] = {
        "DO_NOT_RETRY": Verdict.STOP,
        "RETRY_IMMEDIATELY": Verdict.REPEAT,
        "WAIT_4_HOURS": Verdict.LATER,
    }

    def __init__(
        self,
        key: str,
        postpone: Callable[[Dict[str, Any], int], None],
        base_url: str = "https://api.khipu.com",
        attempts: int = 3,
    ) -> None:
        self.base_url = base_url
        self.attempts = attempts
        self.postpone = postpone
        self.session = _session()
        self.session.headers["Authorization"] = "Bearer %s" % key

    def _send(self, order: Dict[str, Any]) -> Dict[str, Any]:
        reply = self.session.post(
            "%s/v1/cl/payments/automatic" % self.base_url, json=order, timeout=(5, 90)
        )
        return reply.json()

    def collect(self, order: Dict[str, Any]) -> Dict[str, Any]:
        attempt = 1
        while True:
            body = self._send(order)
            if body["Status"] == "OK":
                return body["Data"]
            failure = Failure.from_json(body["Error"])
            verdict = self.verdicts.get(failure.type, Verdict.STOP)
            if verdict is Verdict.REPEAT and attempt < self.attempts:
                logger.info("order %s: %s, attempt %d", order["id"], failure.code, attempt)
                attempt += 1
                time.sleep(1)
                continue
            if verdict is Verdict.LATER:
                self.postpone(order, 4 * 3600)
            raise KhipuFailure(failure, verdict)
