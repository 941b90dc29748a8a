import logging
import time

import requests

logger = logging.getLogger(__name__)

PRODUCTION = "https://api.synapsefi.com/v3.1"


class SynapseError(Exception):
    """Base for everything SynapseFI refuses."""

    def __init__(self, http_code, error_code, text):
        super().__init__("http %s / error %s: %s" % (http_code, error_code, text))
        self.http_code = http_code
        self.error_code = error_code
        self.text = text

    @classmethod
    def from_response(cls, response):
        try:
            doc = response.json()
        except ValueError:
            doc = {}
        error_code = doc.get("error_code")
        text = (doc.get("error") or {}).get("en", response.text)
        http_code = str(response.status_code)
        kind = PAIRS.get((http_code, error_code)) or CODES.get(error_code) or cls
        return kind(http_code, error_code, text)


class BadUserCredentials(SynapseError):
    pass


class AccountNeedsAttention(SynapseError):
    pass


class NoEligibleAccount(SynapseError):
    pass


class Busy(SynapseError):
    pause = 60


class Unavailable(Busy):
    pause = 15 * 60


PAIRS = {
    ("400", "200"): BadUserCredentials,
    ("402", "460"): NoEligibleAccount,
    ("402", "500"): AccountNeedsAttention,
    ("503", "503"): Unavailable,
}
CODES = {"110": BadUserCredentials, "429": Busy, "503": Unavailable}


class ActionPending(Exception):
    def __init__(self, access_token=None, question=None):
        super().__init__(question or "accepted, not final yet")
        self.access_token = access_token
        self.question = question


class BankLogin:
    retries = 2

    def __init__(self, client_id, client_secret, user_id, base_url=PRODUCTION):
        self.url = "%s/users/%s/nodes" % (base_url, user_id)
        self.session = requests.Session()
        self.session.headers["X-SP-GATEWAY"] = "%s|%s" % (client_id, client_secret)

    def _post(self, payload):
        left = self.retries
        while True:
            response = self.session.post(self.url, json=payload, timeout=60)
            if response.status_code in (200, 202):
                return response.json()
            error = SynapseError.from_response(response)
            if not isinstance(error, Busy) or left == 0:
                raise error
            left -= 1
            logger.info("%s; again in %s seconds", error, error.pause)
            time.sleep(error.pause)

    def _nodes(self, doc):
        if doc["error_code"] == "10" or doc["http_code"] == "202":
            mfa = doc.get("mfa") or {}
            raise ActionPending(mfa.get("access_token"), mfa.get("message"))
        return doc["nodes"]

    def link(self, bank, username, password):
        info = {"bank_id": username, "bank_pw": password, "bank_name": bank}
        return self._nodes(self._post({"type": "ACH-US", "info": info}))

    def answer(self, access_token, answer):
        return self._nodes(self._post({"access_token": access_token, "mfa_answer": answer}))
