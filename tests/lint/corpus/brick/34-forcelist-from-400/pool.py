from __future__ import annotations

import urllib3
from urllib3.util import Retry, Timeout


def make_pool(token: str) -> urllib3.PoolManager:
    retries = Retry(
        total=4,
        backoff_factor=6,
        status_forcelist=range(400, 600),
        allowed_methods={"GET", "POST"},
        raise_on_status=False,
    )
    return urllib3.PoolManager(
        headers={"Authorization": f"Bearer {token}"}, retries=retries, timeout=Timeout(30)
    )
