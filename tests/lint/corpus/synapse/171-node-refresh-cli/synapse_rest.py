"""The two calls that the support desk needs."""
import json
import os
import urllib.error
import urllib.request

BASE = os.environ.get("SYNAPSE_URL", "https://api.synapsefi.com/v3.1")


class Refused(Exception):
    def __init__(self, http_code, error_code, body):
        self.pair = (http_code, error_code)
        self.body = body
        super().__init__("%s/%s %s" % (http_code, error_code, (body.get("error") or {}).get("en", "")))


class Pending(Refused):
    """Accepted, but nothing final yet."""


def request(method, path, headers, base=None):
    req = urllib.request.Request((base or BASE) + path, method=method, headers=headers)
    try:
        with urllib.request.urlopen(req, timeout=45) as fh:
            status, raw = fh.status, fh.read()
    except urllib.error.HTTPError as err:
        status, raw = err.code, err.read()
    try:
        body = json.loads(raw)
    except ValueError:
        body = {"error": {"en": raw[:100].decode("latin-1")}, "error_code": "unreadable"}
    return check(status, body)


def check(status, body):
    http_code = str(body.get("http_code", status))
    error_code = str(body.get("error_code", "0" if status == 200 else ""))
    final = {
        (False, False): lambda: body,
        (True, False): lambda: _throw(Pending, http_code, error_code, body),
    }
    pending = error_code == "10" or "202" in (str(status), http_code)
    failed = not pending and (error_code != "0" or status != 200 or http_code != "200")
    return final.get((pending, failed), lambda: _throw(Refused, http_code, error_code, body))()


def _throw(cls, *args):
    raise cls(*args)
