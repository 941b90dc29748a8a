import enum
from collections import namedtuple

import requests

API = "https://api.synapsefi.com/v3.1"


class Verdict(enum.Enum):
    FRESH = "fresh"
    PENDING = "pending"
    LATER = "stale"
    UNSUPPORTED = "fixed"
    RELINK = "relink"
    UNKNOWN = "failed"


# refresh answers, by (http_code, error_code): both come as text
REFRESH = {
    ("503", "503"): Verdict.LATER,
    ("400", "410"): Verdict.UNSUPPORTED,
    ("401", "110"): Verdict.RELINK,
    ("500", "500"): Verdict.UNKNOWN,
}

Refresh = namedtuple("Refresh", "verdict pair text data")


class SynapseError(Exception):
    def __init__(self, http_code, error_code, text):
        super().__init__("synapse %s/%s: %s" % (http_code, error_code, text))
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class Synapse:
    def __init__(self, client_key, base_url=API):
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers["X-SP-GATEWAY"] = client_key

    def refresh(self, user_id, node_id):
        resp = self.http.patch(
            "%s/users/%s/nodes/%s" % (self.base_url, user_id, node_id),
            params={"refresh": "true"},
            timeout=60,
        )
        try:
            body = resp.json()
        except ValueError:
            raise SynapseError(str(resp.status_code), None, resp.text[:200])
        error_code = str(body.get("error_code", "0"))
        if resp.status_code == 202 or error_code == "10":
            return Refresh(Verdict.PENDING, ("202", "10"), "action pending", body)
        if resp.status_code == 200 and error_code == "0":
            return Refresh(Verdict.FRESH, ("200", "0"), "", body)
        pair = (str(body.get("http_code", resp.status_code)), error_code)
        text = (body.get("error") or {}).get("en", "")
        if pair not in REFRESH:
            raise SynapseError(pair[0], pair[1], text)
        return Refresh(REFRESH[pair], pair, text, body)
