"""Linking of bank accounts through Synapse for the onboarding service."""
import logging
import time

import requests

logger = logging.getLogger("onboarding.synapse")

RETRYABLE_CODES = frozenset({"429", "500", "503"})
MAX_ATTEMPTS = 5


class SynapseRequestError(Exception):
    def __init__(self, http_code, error_code, message):
        super().__init__("%s/%s: %s" % (http_code, error_code, message))
        self.http_code = http_code
        self.error_code = error_code
        self.message = message


def _raise_for_error(resp):
    try:
        data = resp.json()
    except ValueError:
        raise SynapseRequestError(str(resp.status_code), None, resp.text[:200])
    if resp.ok:
        return data
    error = data.get("error") or {}
    raise SynapseRequestError(
        data.get("http_code", str(resp.status_code)), data.get("error_code"), error.get("en", "")
    )


def with_retries(func):
    def wrapper(*args, **kwargs):
        delay = 5
        for attempt in range(1, MAX_ATTEMPTS + 1):
            try:
                return func(*args, **kwargs)
            except SynapseRequestError as exc:
                if exc.error_code not in RETRYABLE_CODES or attempt == MAX_ATTEMPTS:
                    raise
                logger.warning("attempt %d failed with %s, next in %ds", attempt, exc, delay)
                time.sleep(delay)
                delay *= 2
    return wrapper


class NodeLinker:
    def __init__(self, gateway, user_key, base_url="https://api.synapsefi.com/v3.1"):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": user_key})

    @with_retries
    def login(self, user_id, bank_name, bank_id, bank_pw):
        """Log in to the bank and return the ids of the accounts that were linked."""
        resp = self.session.post(
            "%s/users/%s/nodes" % (self.base_url, user_id),
            json={
                "type": "ACH-US",
                "info": {"bank_id": bank_id, "bank_pw": bank_pw, "bank_name": bank_name},
            },
            timeout=60,
        )
        data = _raise_for_error(resp)
        return [node["_id"] for node in data.get("nodes", [])]

    def delete(self, user_id, node_id):
        resp = self.session.delete(
            "%s/users/%s/nodes/%s" % (self.base_url, user_id, node_id), timeout=30
        )
        _raise_for_error(resp)
