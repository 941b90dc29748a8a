import logging
import threading
import time

import requests

logger = logging.getLogger(__name__)


class ReportError(Exception):
    def __init__(self, code, message):
        Exception.__init__(self, f"[{code}] {message}")
        self.code = code
        self.message = message


class MemoryCache:
    _lock = threading.Lock()

    def __init__(self):
        self._items = {}

    def get_or_set(self, key, factory):
        with self._lock:
            if key not in self._items:
                self._items[key] = factory()
            return self._items[key]


class BaseRepository:
    BASE_URL = "https://open-api.klavi.ai"
    FINISHED = (200, 201, 202)
    REGISTRATION_PENDING = 415
    max_attempts = 4
    cache = MemoryCache()

    def __init__(self, partner_code, partner_token, base_url=None):
        self.base_url = base_url or self.BASE_URL
        self.session = requests.Session()
        self.session.headers.update({"partnercode": partner_code, "partnertoken": partner_token})

    def _fetch(self, path, **params):
        for attempt in range(self.max_attempts):
            resp = self.session.get(self.base_url + path, params=params, timeout=30)
            body = resp.json()
            code = int(body["code"])
            if code in self.FINISHED:
                return body.get("data") or []
            if code == self.REGISTRATION_PENDING and attempt + 1 < self.max_attempts:
                logger.info("registration not finished, trying again in a bit")
                time.sleep(30)
                continue
            raise ReportError(code, body.get("message"))
