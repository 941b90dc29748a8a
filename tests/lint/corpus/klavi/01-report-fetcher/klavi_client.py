import logging
import time

import requests

logger = logging.getLogger(__name__)

KLAVI_URL = "https://api.klavi.ai"
TRANSIENT_CODES = {414, 415, 429, 500}
MAX_ATTEMPTS = 5
RETRY_DELAY = 60


class KlaviError(Exception):
    def __init__(self, code, message):
        super().__init__("klavi error %s: %s" % (code, message))
        self.code = code
        self.message = message


class KlaviClient:
    def __init__(self, access_token, base_url=KLAVI_URL):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer %s" % access_token

    def _get(self, path, params):
        response = self.session.get(self.base_url + path, params=params, timeout=30)
        body = response.json()
        code = int(body["code"])
        if code in (200, 201, 202, 203):
            return body["data"]
        raise KlaviError(code, body.get("message"))

    def get_report(self, cpf, report_type):
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._get("/data/v1/reports", {"cpf": cpf, "type": report_type})
            except KlaviError as exc:
                if exc.code not in TRANSIENT_CODES or attempt == MAX_ATTEMPTS:
                    raise
                logger.warning("attempt %d/%d for %s: %s", attempt, MAX_ATTEMPTS, report_type, exc)
                time.sleep(RETRY_DELAY)
