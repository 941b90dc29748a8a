"""Links customers' bank accounts for payouts. Guarded by a circuit breaker."""
from __future__ import annotations

import json
import logging
import time

import urllib3

from breaker import Breaker

logger = logging.getLogger(__name__)

SERVER_SIDE = frozenset(["500", "503"])


class LinkRefused(Exception):
    def __init__(self, status, error_code, message):
        super(LinkRefused, self).__init__("%s/%s %s" % (status, error_code, message))
        self.status = status
        self.error_code = error_code
        self.message = message


class AccountLinker(object):
    """`link` returns the ids of the accounts that payouts may use from now on."""

    attempts = 3

    def __init__(self, oauth_key, base_url="https://api.synapsefi.com", breaker=None):
        self._root = base_url
        self._headers = {"X-SP-USER": oauth_key, "Content-Type": "application/json"}
        self._pool = urllib3.PoolManager(retries=False, timeout=60.0)
        self._breaker = breaker or Breaker()

    def _bank_login(self, user_id, bank, login, password):
        self._breaker.check()
        body = {"type": "ACH-US", "info": {"bank_name": bank, "bank_id": login, "bank_pw": password}}
        response = self._pool.request(
            "POST", "%s/v3.1/users/%s/nodes" % (self._root, user_id),
            body=json.dumps(body), headers=self._headers,
        )
        document = json.loads(response.data.decode("utf-8"))
        if response.status < 300:
            self._breaker.success()
            return document
        error_code = str(document.get("error_code"))
        if error_code in SERVER_SIDE:
            self._breaker.failure()
        raise LinkRefused(response.status, error_code, (document.get("error") or {}).get("en"))

    def link(self, user_id, bank, login, password):
        delay = 5
        for attempt in range(1, self.attempts + 1):
            try:
                document = self._bank_login(user_id, bank, login, password)
            except LinkRefused as refusal:
                if refusal.error_code not in SERVER_SIDE or attempt == self.attempts:
                    raise
                logger.warning("attempt %d: %s", attempt, refusal)
                time.sleep(delay)
                delay *= 4
            else:
                return [node["_id"] for node in document.get("nodes", [])]
