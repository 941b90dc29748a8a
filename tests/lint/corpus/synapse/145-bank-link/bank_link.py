"""Link a user's bank account through Synapse bank logins."""
import logging
import time

import requests

logger = logging.getLogger(__name__)

SYNAPSE = "https://api.synapsefi.com/v3.1"


class SynapseError(Exception):
    def __init__(self, status, body):
        self.status = status
        self.error_code = body.get("error_code")
        self.text = (body.get("error") or {}).get("en", "")
        super().__init__("%s %s %s" % (status, self.error_code, self.text))


class BadLogin(SynapseError):
    pass


class NeedsBank(SynapseError):
    """account locked, or the bank wants to talk to the user"""


class NoAch(SynapseError):
    pass


class BankLink:
    def __init__(self, gateway, user_key, fingerprint, base=SYNAPSE):
        self.base = base
        self.session = requests.Session()
        self.session.headers["X-SP-GATEWAY"] = gateway
        self.session.headers["X-SP-USER"] = "%s|%s" % (user_key, fingerprint)
        self.attempts = 0
        self.mfa = None
        self.state = "new"

    def link(self, user_id, bank, login, password):
        payload = {
            "type": "ACH-US",
            "info": {"bank_id": login, "bank_pw": password, "bank_name": bank},
        }
        body = {}
        status = None
        for attempt in range(1, 5):
            self.attempts = attempt
            r = self.session.post("%s/users/%s/nodes" % (self.base, user_id), json=payload, timeout=90)
            status = r.status_code
            body = r.json()
            code = body.get("error_code")
            if status == 200:
                self.state = "linked"
                return body["nodes"]
            if status == 202 or code == "10":
                self.mfa = body.get("mfa")
                self.state = "mfa"
                return []

            if code in ("500", "503"):
                logger.warning("synapse %s/%s, attempt %d", status, code, attempt)
                time.sleep(60 * attempt)
                continue
            elif status == 402 and code == "500":
                self.state = "bank_attention"
                raise NeedsBank(status, body)
            elif status == 402 and code == "460":
                self.state = "no_ach"
                raise NoAch(status, body)
            elif status == 400 and code == "200":
                self.state = "bad_login"
                raise BadLogin(status, body)
            break
        self.state = "failed"
        raise SynapseError(status, body)
