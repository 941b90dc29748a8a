"""urllib3's Retry doesn't wait before the first repeat; Brick wants three seconds."""
from __future__ import annotations

from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


class BrickRetry(Retry):
    BASE = 3

    def get_backoff_time(self) -> float:
        return self.BASE * 2 ** max(0, len(self.history) - 1)


def adapter() -> HTTPAdapter:
    return HTTPAdapter(
        max_retries=BrickRetry(
            total=5,
            status_forcelist=frozenset(range(500, 506)),
            allowed_methods=frozenset({"GET"}),
            raise_on_status=False,
            respect_retry_after_header=False,
        )
    )
