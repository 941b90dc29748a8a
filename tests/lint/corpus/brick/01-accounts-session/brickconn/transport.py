"""HTTP plumbing shared by the Brick Bank readers."""
from __future__ import annotations

from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

TRANSIENT_STATUSES = (408, 429, 500, 502, 503, 504)


class BrickError(Exception):
    def __init__(self, status: int, code: str, title: str, detail: str) -> None:
        super().__init__(f"[{status}] {code or 'no code'}: {detail or title}")
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail


def build_session(token: str) -> requests.Session:
    policy = Retry(
        total=5,
        read=0,
        backoff_factor=0.5,
        status_forcelist=TRANSIENT_STATUSES,
        allowed_methods=frozenset({"GET"}),
        raise_on_status=False,
    )
    session = requests.Session()
    session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
    adapter = HTTPAdapter(max_retries=policy, pool_maxsize=8)
    session.mount("https://", adapter)
    session.mount("http://", adapter)
    return session


def read_body(resp: requests.Response) -> dict[str, Any]:
    try:
        body = resp.json()
    except ValueError:
        body = {}
    if not isinstance(body, dict):
        body = {}
    if resp.status_code == 200:
        return body
    raise BrickError(
        resp.status_code,
        body.get("code") or body.get("error") or "",
        body.get("title") or body.get("message") or resp.reason,
        body.get("detail") or body.get("error_description") or "",
    )
