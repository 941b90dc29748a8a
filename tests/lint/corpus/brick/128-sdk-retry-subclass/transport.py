"""Transport of the Brick SDK: one session, one adapter, the documented waiting schedule."""
from __future__ import annotations

from itertools import takewhile

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

SERVER_SIDE = frozenset(range(500, 506))
BASE_WAIT = 3.0
FIVE_TIMES = 5


class BrickRetry(Retry):
    """3, 6, 12, 24, 48 s. The stock class does not wait before the first resend."""

    def get_backoff_time(self) -> float:
        answered = list(takewhile(lambda seen: seen.redirect_location is None, reversed(self.history)))
        return BASE_WAIT * 2 ** (len(answered) - 1) if answered else 0.0


def build_session(token: str, *, verify: bool = True) -> requests.Session:
    session = requests.Session()
    session.verify = verify
    session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
    adapter = HTTPAdapter(
        max_retries=BrickRetry(
            total=FIVE_TIMES,
            connect=0,
            read=0,
            status=FIVE_TIMES,
            status_forcelist=SERVER_SIDE,
            allowed_methods=frozenset({"GET"}),
            raise_on_status=False,
            respect_retry_after_header=False,
        )
    )
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session
