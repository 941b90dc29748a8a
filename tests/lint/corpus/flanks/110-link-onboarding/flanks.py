"""Flanks client: exchange the Link code, wait for the first extraction, read the data."""
import logging
import time

import requests

from exceptions import BY_CODE, FlanksError, GaveUpWaiting, NotAuthenticated, StillProcessing

logger = logging.getLogger(__name__)

SECURITY_CHECKS = 20003


class FlanksClient:
    def __init__(self, client_id, client_secret, base_url="https://api.flanks.io", poll_every=20, max_wait=1800):
        self.client_id = client_id
        self.client_secret = client_secret
        self.base_url = base_url
        self.poll_every = poll_every
        self.max_wait = max_wait
        self.session = requests.Session()

    def exchange(self, code):
        """Returns (credentials_token, active). `code` is what Link put in the redirect."""
        body = self._post("/v0/link/exchange", {"code": code}, accepted=(200, 202))
        active = body.get("error_code") != SECURITY_CHECKS
        if not active:
            logger.info("token delayed: %s", body.get("message"))
        return body["credentials_token"], active

    def wait_until_ready(self, credentials_token):
        """Polls the status until nothing is pending."""
        started = time.monotonic()
        polls = 0
        while polls * self.poll_every < self.max_wait and time.monotonic() - started < self.max_wait:
            status = self._post("/v0/credentials/status", {"credentials_token": credentials_token})
            errored = sorted(k for k, v in status.items() if k.endswith("errored") and v)
            if errored:
                logger.error("errored fields for %s: %s", credentials_token, ", ".join(errored))
            if not status.get("pending"):
                return errored
            polls += 1
            time.sleep(self.poll_every)
        raise GaveUpWaiting(credentials_token)

    def portfolio(self, credentials_token):
        for _ in range(10):
            try:
                return self._post("/v0/bank/credentials/portfolio", {"credentials_token": credentials_token})
            except StillProcessing as exc:
                logger.info("%s", exc)
                last = exc
                time.sleep(self.poll_every)
        raise last

    def _post(self, path, payload, accepted=(200,)):
        payload = dict(payload, client_id=self.client_id, client_secret=self.client_secret)
        response = self.session.post(self.base_url + path, json=payload, timeout=30)
        body = response.json()
        if response.status_code in accepted:
            return body
        error_code = body.get("error_code")
        if response.status_code == 401:
            raise NotAuthenticated(401, error_code, body.get("error"))
        raise BY_CODE.get(error_code, FlanksError)(response.status_code, error_code, body.get("error"))
