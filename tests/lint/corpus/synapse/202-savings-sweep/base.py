"""Base client; one subclass per endpoint lives in endpoints.py."""
import logging

import requests

logger = logging.getLogger("synapse")


class SynapseError(Exception):
    def __init__(self, message, http_status, error_code, payload):
        super(SynapseError, self).__init__(message)
        self.http_status = http_status
        self.error_code = error_code
        self.payload = payload

    def __str__(self):
        return "[%s/%s] %s" % (self.http_status, self.error_code, self.args[0])


class NotAvailable(SynapseError):
    """Synapse or the bank is down for a while."""


class BadLogin(SynapseError):
    """Wrong client, user or fingerprint credentials."""


class Declined(SynapseError):
    """We were understood, and the answer is no."""


class Endpoint(object):
    path = None
    timeout = 25

    def __init__(self, config, session=None):
        self.config = config
        self.session = session or requests.Session()

    def request(self, method, *parts, **kwargs):
        url = "/".join([self.config["url"].rstrip("/"), self.path] + [str(p) for p in parts])
        response = self.session.request(method, url, headers=self._headers(), timeout=self.timeout, **kwargs)
        try:
            payload = response.json()
        except ValueError:
            raise SynapseError("no JSON", response.status_code, None, response.text)
        if not isinstance(payload, dict):
            raise SynapseError("no object", response.status_code, None, payload)
        if response.status_code >= 400 or payload.get("success") is False:
            raise self._error(response.status_code, payload)
        return payload

    def patch(self, *parts, **params):
        return self.request("PATCH", *parts, params=params)

    def post(self, body, *parts):
        return self.request("POST", *parts, json=body)

    def _headers(self):
        return {
            "X-SP-GATEWAY": "%(client_id)s|%(client_secret)s" % self.config,
            "X-SP-USER": "%(oauth_key)s|%(fingerprint)s" % self.config,
        }

    def _error(self, http_status, payload):
        error = payload.get("error") or {}
        code = str(payload.get("error_code", ""))
        cls = {"100": BadLogin, "110": BadLogin, "120": BadLogin, "503": NotAvailable}.get(code, Declined)
        logger.warning("synapse %s: %s %s %s", self.path, http_status, code, error.get("en"))
        return cls(error.get("en") or "unknown", http_status, code, payload)
