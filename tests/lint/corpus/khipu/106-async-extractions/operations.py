"""Khipu asynchronous extractions: submit, read back, settle."""
import json
import logging
import time
import urllib.error
import urllib.request
from collections import namedtuple

API = "https://api.khipu.com"
FOUR_HOURS = 4 * 3600
MAX_RESUBMITS = 3

logger = logging.getLogger(__name__)

Outcome = namedtuple("Outcome", "state code reason data not_before")


def _outcome(state, error, not_before=None):
    return Outcome(state, error["Code"], error.get("Message", ""), None, not_before)


def _by_advice(error):
    advice = error["Type"]
    if advice == "RETRY_IMMEDIATELY":
        return _outcome("resubmit", error)
    if advice == "WAIT_4_HOURS_BEFORE_RETRY":
        return _outcome("deferred", error, not_before=time.time() + FOUR_HOURS)
    return _outcome("failed", error)


def _token(error):
    logger.critical("khipu token not accepted, rotate it")
    return _outcome("failed", error)


def _scraper(error):
    group = error["Code"][1]
    if error["Type"] == "DO_NOT_RETRY" and group == "1":
        return _outcome("ask_credentials", error)
    if group == "3":
        return _outcome("empty", error)
    return _by_advice(error)


def _params(error):
    logger.error("we sent something wrong: %s", error["Code"])
    return _outcome("failed", error)


ACTIONS = {
    "A": _token,
    "E": _scraper,
    "D": _by_advice,
    "F": _by_advice,
    "T": _by_advice,
    "I": _by_advice,
    "P": _params,
}


def settle(doc):
    """Turn a Khipu document, polled or pushed, into an Outcome."""
    if doc["Status"] == "OK":
        return Outcome("done", None, "", doc["Data"], None)
    error = doc["Error"]
    logger.info("operation %s: %s/%s", doc.get("OperationId"), error["Code"], error["Type"])
    return ACTIONS[error["Code"][0]](error)


class Operations(object):
    def __init__(self, token, base_url=API, timeout=30):
        self.token = token
        self.base_url = base_url
        self.timeout = timeout

    def submit(self, service, payload, notify_url):
        body = dict(payload, CallbackUrl=notify_url)
        return self._call("POST", "/v1/cl/services/%s/async" % service, body)["OperationId"]

    def result(self, operation_id):
        return settle(self._call("GET", "/v1/operations/%s" % operation_id))

    def _call(self, method, path, body=None):
        req = urllib.request.Request(self.base_url + path, method=method)
        req.add_header("Authorization", "Bearer %s" % self.token)
        req.add_header("Content-Type", "application/json")
        data = json.dumps(body).encode() if body is not None else None
        try:
            with urllib.request.urlopen(req, data=data, timeout=self.timeout) as resp:
                return json.loads(resp.read())
        except urllib.error.HTTPError as exc:
            return json.loads(exc.read())
