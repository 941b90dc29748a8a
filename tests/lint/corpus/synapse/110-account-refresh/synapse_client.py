"""Thin client for Synapse v3.1, only the bits we need for refreshing linked accounts."""
import logging

import requests

from exceptions import RefreshNotSupported, RefreshPending, RelinkRequired, SynapseError

logger = logging.getLogger(__name__)

ERROR_STATUSES = (400, 401, 404, 409, 429, 500, 503)


class SynapseClient:
    def __init__(self, client_id, client_secret, fingerprint, base_url="https://api.synapsefi.com/v3.1"):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({
            "X-SP-GATEWAY": "%s|%s" % (client_id, client_secret),
            "X-SP-USER": "|%s" % fingerprint,
            "X-SP-USER-IP": "127.0.0.1",
        })

    def set_oauth_key(self, oauth_key):
        fingerprint = self.session.headers["X-SP-USER"].split("|", 1)[1]
        self.session.headers["X-SP-USER"] = "%s|%s" % (oauth_key, fingerprint)

    def get_node(self, user_id, node_id):
        return self._request("GET", "/users/%s/nodes/%s" % (user_id, node_id))

    def refresh_node(self, user_id, node_id):
        """Ask Synapse for fresh balances, returns the updated node."""
        try:
            return self._request("PATCH", "/users/%s/nodes/%s" % (user_id, node_id), params={"refresh": "yes"})
        except SynapseError as exc:
            if exc.error_code == 110:
                raise RelinkRequired(exc.http_status, exc.error_code, exc.text) from exc
            if exc.error_code == 410:
                raise RefreshNotSupported(exc.http_status, exc.error_code, exc.text) from exc
            raise

    def _request(self, method, path, **kwargs):
        response = self.session.request(method, self.base_url + path, timeout=60, **kwargs)
        body = response.json()
        logger.debug("%s %s -> %s", method, path, response.status_code)
        if response.status_code in ERROR_STATUSES:
            raise SynapseError(response.status_code, body.get("error_code"), body.get("error", {}).get("en"))
        if response.status_code == 202:
            raise RefreshPending(path)
        return body
