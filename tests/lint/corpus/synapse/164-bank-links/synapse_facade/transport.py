import logging
import time
from typing import Any, Dict

import requests

from .errors import error_from

log = logging.getLogger(__name__)


class SynapseSession(requests.Session):
    def __init__(self, client_id: str, client_secret: str, base_url: str):
        super().__init__()
        self.base_url = base_url
        self.headers["X-SP-GATEWAY"] = "%s|%s" % (client_id, client_secret)

    def request(self, method, url, **kwargs):  # type: ignore[override]
        kwargs.setdefault("timeout", 60)
        started = time.perf_counter()
        response = super().request(method, self.base_url + url, **kwargs)
        log.info("%s %s %s %.3f", method, url, response.status_code, time.perf_counter() - started)
        return response

    def send_json(self, path: str, payload: Dict[str, Any]) -> Dict[str, Any]:
        body = self.post(path, json=payload).json()
        if not body["success"]:
            raise error_from(body)
        return body
