import logging
import time
import uuid

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from ledger_errors import SynapseError, build

logger = logging.getLogger(__name__)

PRODUCTION = "https://api.synapsefi.com/v3.1"


class OAuthKey(object):
    """Renewed shortly before it runs out."""

    def __init__(self, fetch, margin=60):
        self._fetch = fetch
        self._margin = margin
        self._key = None
        self._expires_at = 0

    def __call__(self):
        if time.time() > self._expires_at - self._margin:
            self._key, lifetime = self._fetch()
            self._expires_at = time.time() + lifetime
        return self._key


class Ledger(object):
    PAUSES = (30, 60, 120)

    def __init__(self, oauth_key, gateway, base_url=PRODUCTION):
        self.oauth_key = oauth_key
        self.gateway = gateway
        self.base_url = base_url
        self.session = requests.Session()
        connect_only = Retry(total=None, connect=3, read=0, status=0, redirect=0, other=0, backoff_factor=1)
        self.session.mount("https://", HTTPAdapter(max_retries=connect_only))

    def pay(self, user_id, node_id, to_node, amount, reference=None):
        key = reference or uuid.uuid4().hex
        body = self._patiently(
            "POST",
            "/users/%s/nodes/%s/trans" % (user_id, node_id),
            {"to": {"type": "ACH-US", "id": to_node}, "amount": {"amount": amount, "currency": "USD"}},
            key,
        )
        return {"id": body["_id"], "key": key, "settled": not self._pending(body)}

    def transaction(self, user_id, node_id, trans_id):
        body = self._patiently("GET", "/users/%s/nodes/%s/trans/%s" % (user_id, node_id, trans_id))
        return {"id": trans_id, "settled": not self._pending(body), "document": body}

    @staticmethod
    def _pending(body):
        return str(body.get("error_code", "0")) == "10"

    def _patiently(self, method, path, payload=None, key=None):
        for pause in self.PAUSES:
            try:
                return self._send(method, path, payload, key)
            except SynapseError as exc:
                if not exc.retry:
                    raise
                logger.warning("%s, resting %ds", exc, pause)
                time.sleep(pause)
        return self._send(method, path, payload, key)

    def _send(self, method, path, payload, key):
        headers = {"X-SP-GATEWAY": self.gateway, "X-SP-USER": self.oauth_key() + "|static-pin"}
        if key:
            headers["X-SP-IDEMPOTENCY-KEY"] = key
        response = self.session.request(method, self.base_url + path, json=payload, headers=headers, timeout=30)
        try:
            body = response.json()
        except ValueError:
            raise SynapseError(response.status_code, "", response.text[:200])
        if response.status_code in (200, 202):
            return body
        raise build(response.status_code, body)
