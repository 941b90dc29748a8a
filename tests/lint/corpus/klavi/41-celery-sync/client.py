import logging

import requests

from exceptions import KlaviError, KlaviTransportError

logger = logging.getLogger("integrations.klavi")


class KlaviClient(object):
    """Thin wrapper over Klavi Open Data."""

    BASE_URL = "https://api.klavi.ai"

    def __init__(self, partner_code, partner_token, base_url=None):
        self.base_url = base_url or self.BASE_URL
        self.auth = {"partnerCode": partner_code, "partnerToken": partner_token}

    def _request(self, method, path, params=None, payload=None):
        url = self.base_url + path
        try:
            resp = requests.request(method, url, params=params, json=payload, headers=self.auth, timeout=45)
            body = resp.json()
        except (requests.RequestException, ValueError) as exc:
            raise KlaviTransportError("%s %s" % (method, path)) from exc

        code = int(body["code"])
        logger.info("klavi %s %s -> %d", method, path, code)
        if code // 100 == 2:
            return body["data"]
        raise KlaviError(code, body.get("message"))

    def start_connection(self, institution, credentials):
        return self._request(
            "POST",
            "/open-data/connections",
            payload={"institution": institution, "credentials": credentials},
        )

    def transactions(self, connection_id):
        return self._request("GET", "/open-data/connections/%s/transactions" % connection_id)
