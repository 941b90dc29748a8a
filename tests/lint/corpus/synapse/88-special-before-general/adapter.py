from __future__ import annotations

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


def reading_session(headers: dict[str, str]) -> requests.Session:
    """Repeats reads that came too quickly; nothing else."""
    throttled = Retry(
        total=3,
        status_forcelist={429},
        allowed_methods={"GET"},
        backoff_factor=3,
        raise_on_status=False,
    )
    session = requests.Session()
    session.headers.update(headers)
    session.mount("https://", HTTPAdapter(max_retries=throttled))
    session.mount("http://", HTTPAdapter(max_retries=throttled))
    return session
