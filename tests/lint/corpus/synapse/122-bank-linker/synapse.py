from __future__ import annotations

import requests


class SynapseError(Exception):
    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__("synapse %s/%s: %s" % (http_code, error_code, text))
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class NoAchAccount(SynapseError):
    """The login worked, but nothing there can be used for ACH."""


class LoginRejected(SynapseError):
    """The user has to look at what was typed, or at the chosen bank."""


class Synapse(object):
    def __init__(self, client_id, client_secret, fingerprint, base_url="https://api.synapsefi.com/v3.1"):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({
            "X-SP-GATEWAY": "%s|%s" % (client_id, client_secret),
            "X-SP-USER": "|%s" % fingerprint,
        })

    def post(self, path, payload):
        response = self.session.post(self.base_url + path, json=payload, timeout=60)
        try:
            body = response.json()
        except ValueError:
            raise SynapseError(str(response.status_code), "", response.text[:200])
        if body.get("success") is False or response.status_code >= 400:
            self._raise(response.status_code, body)
        return body

    def _raise(self, status, body):
        code = body.get("error_code")
        text = (body.get("error") or {}).get("en", "")
        http_code = body.get("http_code", str(status))
        if code == 460:
            raise NoAchAccount(http_code, str(code), text)
        if http_code == "400" and code == "200":
            raise LoginRejected(http_code, code, text)
        raise SynapseError(http_code, code, text)
