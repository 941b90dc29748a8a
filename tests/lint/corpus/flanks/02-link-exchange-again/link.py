"""Exchanges the code of a finished Flanks Link session for a credentials token."""
import logging

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

logger = logging.getLogger(__name__)

FLANKS = "https://api.flanks.io"


class LinkError(Exception):
    def __init__(self, status, code, reason):
        super().__init__("flanks answered %s (code %s): %s" % (status, code, reason))
        self.status = status
        self.code = code
        self.reason = reason


class BankNotReachable(LinkError):
    pass


class NeedsSecondFactor(LinkError):
    pass


class LinkExchange:
    def __init__(self, client_id, client_secret, base_url=FLANKS):
        self.base_url = base_url
        self.client_id = client_id
        self.client_secret = client_secret
        self.session = requests.Session()
        self.session.mount(base_url, HTTPAdapter(max_retries=Retry(total=0, connect=2)))

    def access_token(self):
        r = self.session.post(self.base_url + "/v0/token", json={
            "client_id": self.client_id,
            "client_secret": self.client_secret,
            "grant_type": "client_credentials",
        })
        return self._read(r)["access_token"]

    def _read(self, r):
        body = r.json()
        if r.status_code in (200, 202):
            return body
        code = body.get("code")
        if code == 50001:
            raise BankNotReachable(r.status_code, code, body["error"])
        if code == 50003:
            raise NeedsSecondFactor(r.status_code, code, body["error"])
        raise LinkError(r.status_code, code, body["error"])

    def exchange(self, link_code, bearer):
        r = self.session.post(
            self.base_url + "/v0/links/code/exchange",
            json={"code": link_code},
            headers={"Authorization": "Bearer " + bearer},
            timeout=30,
        )
        body = self._read(r)
        logger.info("link finished: %s", body.get("message"))
        return {"credentials_token": body["credentials_token"], "state": "active"}
