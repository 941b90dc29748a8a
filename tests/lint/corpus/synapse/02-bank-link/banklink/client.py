import time
from dataclasses import dataclass

import requests

RETRY_CODES = ("500", "503")


class LinkError(Exception):
    def __init__(self, http_code, error_code, message):
        self.http_code = http_code
        self.error_code = error_code
        self.message = message
        super().__init__("%s/%s %s" % (http_code, error_code, message))


@dataclass
class LinkResult:
    nodes: list
    mfa: dict = None

    @property
    def needs_mfa(self):
        return self.mfa is not None


class BankLinkClient:
    def __init__(self, gateway, user, base_url="https://api.synapsefi.com/v3.1", attempts=4):
        self.base_url = base_url
        self.attempts = attempts
        self.session = requests.Session()
        self.session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": user})

    def login(self, user_id, bank_id, bank_pw, bank_name):
        url = "%s/users/%s/nodes" % (self.base_url, user_id)
        info = {"bank_id": bank_id, "bank_pw": bank_pw, "bank_name": bank_name}
        for attempt in range(1, self.attempts + 1):
            resp = self.session.post(url, json={"type": "ACH-US", "info": info}, timeout=60)
            body = resp.json()
            if resp.status_code == 200:
                return LinkResult(nodes=body["nodes"])
            if resp.status_code == 202:
                return LinkResult(nodes=[], mfa=body["mfa"])
            if body["error_code"] in RETRY_CODES and attempt < self.attempts:
                time.sleep(2 ** attempt)
                continue
            raise LinkError(body["http_code"], body["error_code"], body["error"]["en"])
