import time

import requests

RETRY_CODES = ("429", "500", "503")
ATTEMPTS = 4


class SynapseError(Exception):
    def __init__(self, http_code, error_code, message):
        super(SynapseError, self).__init__("%s/%s %s" % (http_code, error_code, message))
        self.http_code = http_code
        self.error_code = error_code
        self.message = message


class SynapseClient(object):
    def __init__(self, client_id, client_secret, fingerprint, base_url="https://api.synapsefi.com/v3.1"):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({
            "X-SP-GATEWAY": "%s|%s" % (client_id, client_secret),
            "X-SP-USER": "|%s" % fingerprint,
        })

    def _request(self, method, path, payload=None):
        response = self.session.request(method, self.base_url + path, json=payload, timeout=60)
        body = response.json()
        if response.status_code >= 400:
            raise SynapseError(
                str(body.get("http_code", response.status_code)),
                str(body.get("error_code")),
                body.get("error", {}).get("en"),
            )
        return body

    def _request_with_retries(self, method, path, payload=None):
        for attempt in range(ATTEMPTS):
            try:
                return self._request(method, path, payload)
            except SynapseError as exc:
                if exc.error_code not in RETRY_CODES or attempt == ATTEMPTS - 1:
                    raise
                time.sleep(2 ** attempt)

    def bank_login(self, user_id, bank_id, bank_pw, bank_name):
        return self._request_with_retries(
            "POST",
            "/users/%s/nodes" % user_id,
            {"type": "ACH-US", "info": {"bank_id": bank_id, "bank_pw": bank_pw, "bank_name": bank_name}},
        )
