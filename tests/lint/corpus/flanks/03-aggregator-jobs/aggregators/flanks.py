import json
import logging
import urllib.error
import urllib.request
from datetime import timedelta
from functools import singledispatchmethod

from aggregators.base import Aggregator, Refused, Snapshot, Wait

log = logging.getLogger(__name__)

TO_DO = {
    20001: "open a ticket with Flanks",
    40001: "review the request",
    50002: "ask the customer for the right credentials",
    50003: "ask the customer to confirm with the second factor",
}
PATIENCE = {
    20002: timedelta(minutes=2),
    20003: timedelta(hours=48),
    50001: timedelta(hours=1),
}


class Flanks(Aggregator):
    slug = "flanks"

    def __init__(self, bearer, base_url="https://api.flanks.io"):
        self.bearer = bearer
        self.base_url = base_url

    def _open(self, path, doc):
        req = urllib.request.Request(self.base_url + path, json.dumps(doc).encode(), {
            "Authorization": "Bearer " + self.bearer,
            "Content-Type": "application/json",
        })
        try:
            with urllib.request.urlopen(req, timeout=45) as resp:
                return resp.status, json.load(resp)
        except urllib.error.HTTPError as exc:
            with exc:
                return exc.code, json.load(exc)

    def fetch(self, ref):
        status, doc = self._open("/v0/bank/accounts", {"credentials_token": ref})
        return self.outcome(doc, status)

    @singledispatchmethod
    def outcome(self, doc, status):
        return Refused("look at the log", repr(doc)[:300], code=status)

    @outcome.register
    def _(self, doc: list, status):
        return Snapshot(doc)

    @outcome.register
    def _(self, doc: dict, status):
        number = doc.get("error_code")
        text = doc.get("error") or doc.get("message") or ""
        if number in PATIENCE:
            return Wait(PATIENCE[number], text, number)
        if number is None and status == 200:
            return Snapshot(doc["accounts"])
        return Refused(TO_DO.get(number, "look at the log"), text, code=number or status)

    def on_refused(self, ref, outcome):
        log.error("flanks refused %s: %s %s", ref, outcome.code, outcome.detail)
