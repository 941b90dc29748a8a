import logging
import time

import requests

logger = logging.getLogger("synapse")

PRODUCTION = "https://api.synapsefi.com/v3.1"
SANDBOX = "https://uat-api.synapsefi.com/v3.1"


class SynapseError(Exception):
    def __init__(self, message, http_code=None, error_code=None, field=None):
        super().__init__(message)
        self.message = message
        self.http_code = http_code
        self.error_code = error_code
        self.field = field

    @classmethod
    def from_response(cls, response):
        try:
            body = response.json()
        except ValueError:
            return cls(response.text[:120], str(response.status_code))
        error = body.get("error") or {}
        fields = [k for k in error if k != "en"]
        return cls(error.get("en"), body.get("http_code"), body.get("error_code"), fields[0] if fields else None)

    @property
    def is_server_side(self):
        return self.error_code in ("500", "503")

    def __str__(self):
        return "%s/%s %s" % (self.http_code, self.error_code, self.message)


class Endpoint:
    def __init__(self, client):
        self.client = client

    def _request(self, method, path, *, payload=None, params=None, oauth_key="", ip="127.0.0.1", timeout=45,
                 retries=2, _try=0):
        headers = {
            "X-SP-GATEWAY": self.client.gateway,
            "X-SP-USER-IP": ip,
            "X-SP-USER": oauth_key + "|" + self.client.fingerprint,
        }
        response = self.client.session.request(
            method, self.client.base_url + path, json=payload, params=params, headers=headers, timeout=timeout)
        if response.ok:
            return response.json()
        error = SynapseError.from_response(response)
        logger.warning("%s %s failed (try %s)", method, path, _try + 1)
        if error.is_server_side and _try < retries:
            time.sleep(5 * 2 ** _try)
            return self._request(method, path, payload=payload, params=params, oauth_key=oauth_key, ip=ip,
                                 timeout=timeout, retries=retries, _try=_try + 1)
        raise error


class Users(Endpoint):
    def get(self, user_id, full_dehydrate=False):
        params = {"full_dehydrate": "yes"} if full_dehydrate else None
        return self._request("GET", "/users/%s" % user_id, params=params)


class Nodes(Endpoint):
    def list(self, user_id, oauth_key, type_=None):
        body = self._request("GET", "/users/%s/nodes" % user_id, oauth_key=oauth_key,
                             params={"type": type_} if type_ else None)
        return body.get("nodes", [])

    def bank_login(self, user_id, oauth_key, bank, username, password, **kwargs):
        payload = {
            "type": "ACH-US",
            "info": {"bank_id": username, "bank_pw": password, "bank_name": bank},
        }
        body = self._request("POST", "/users/%s/nodes" % user_id, payload=payload, oauth_key=oauth_key, **kwargs)
        return [self._summary(n) for n in body.get("nodes", [])]

    def _summary(self, node):
        info = node.get("info") or {}
        return {"id": node.get("_id"), "name": info.get("nickname"), "last4": (info.get("account_num") or "")[-4:]}


class Synapse:
    def __init__(self, client_id, client_secret, fingerprint, base_url=PRODUCTION):
        self.gateway = client_id + "|" + client_secret
        self.fingerprint = fingerprint
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.users = Users(self)
        self.nodes = Nodes(self)
