from __future__ import annotations

import http.client
import json
from typing import Any
from urllib.parse import urlsplit


class Wire:
    """One POST per call on a fresh connection; whatever comes back is the answer."""

    def __init__(self, base_url: str, access_token: str) -> None:
        self._parts = urlsplit(base_url)
        self._token = access_token

    def collect(self, task_id: str, institution: str) -> dict[str, Any]:
        maker = http.client.HTTPSConnection if self._parts.scheme == "https" else http.client.HTTPConnection
        conn = maker(self._parts.netloc, timeout=45)
        try:
            conn.request(
                "POST",
                "/open-data/v1/collect",
                body=json.dumps({"traceId": task_id, "institutionId": institution}),
                headers={"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"},
            )
            return json.loads(conn.getresponse().read())
        finally:
            conn.close()
