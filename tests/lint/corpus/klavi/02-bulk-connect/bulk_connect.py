"""Connects a batch of users' bank accounts and stores what comes back."""
import logging
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

import requests

logger = logging.getLogger(__name__)

KLAVI_URL = "https://api.klavi.ai"

PAUSE_BEFORE_NEXT_TRY = {
    414: 30 * 60,
    415: 30 * 60,
    429: 2 * 60,
}
TRIES = 3


class ConnectionRefused(Exception):
    def __init__(self, user_id, code, message):
        self.user_id = user_id
        self.code = code
        self.message = message
        super().__init__(f"user {user_id}: {code} {message}")


class BulkConnector:
    def __init__(self, partner_code, partner_token, base_url=KLAVI_URL, workers=4):
        self.base_url = base_url
        self.workers = workers
        self.session = requests.Session()
        self.session.auth = (partner_code, partner_token)

    def connect(self, user_id, institution, credentials):
        for attempt in range(1, TRIES + 1):
            answer = self.session.post(
                f"{self.base_url}/v1/connections",
                json={"user": user_id, "institution": institution, **credentials},
                timeout=60,
            ).json()
            code = int(answer["code"])
            if code in range(200, 204):
                logger.info("user %s connected", user_id)
                return {"user": user_id, "status": "complete", "data": answer.get("data")}

            pause = PAUSE_BEFORE_NEXT_TRY.get(code)
            if pause is None or attempt == TRIES:
                raise ConnectionRefused(user_id, code, answer.get("message"))
            logger.info("user %s: %s, next try in %ss", user_id, code, pause)
            time.sleep(pause)

    def connect_all(self, rows):
        done, refused = [], []
        with ThreadPoolExecutor(self.workers) as pool:
            futures = [pool.submit(self.connect, *row) for row in rows]
            for future in as_completed(futures):
                try:
                    done.append(future.result())
                except ConnectionRefused as exc:
                    refused.append({"user": exc.user_id, "code": exc.code, "message": exc.message})
        return done, refused
