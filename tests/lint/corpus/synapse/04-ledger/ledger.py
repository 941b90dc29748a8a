# -*- coding: utf-8 -*-
"""Book transactions against SynapseFI and list them back.

One key per business operation (our invoice number); the key also travels in
``extra.supp_id`` so that a booking can be found again.
"""
from __future__ import print_function

import logging

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

LOG = logging.getLogger(__name__)
API = "https://api.synapsefi.com/v3.1"
KEY_IN_USE = "450"


class LedgerError(Exception):

    def __init__(self, status, payload):
        self.status = status
        self.code = payload.get("error_code")
        self.reason = payload.get("error", {}).get("en")
        super(LedgerError, self).__init__("%s (%s): %s" % (self.code, status, self.reason))


class ClientSetupError(LedgerError):
    pass


class UserSetupError(LedgerError):
    pass


class Declined(LedgerError):
    pass


class Unavailable(LedgerError):
    pass


KINDS = {
    "100": ClientSetupError,
    "110": UserSetupError,
    "120": UserSetupError,
    "300": UserSetupError,
    "400": Declined,
    "460": Declined,
    "429": Unavailable,
    "500": Unavailable,
    "503": Unavailable,
}


def build_session(headers):
    # nothing but a connection that could not be opened is tried again
    only_connect = Retry(total=3, connect=3, read=0, redirect=0, status=0, other=0, backoff_factor=1)
    session = requests.Session()
    session.headers.update(headers)
    session.mount("https://", HTTPAdapter(max_retries=only_connect))
    session.mount("http://", HTTPAdapter(max_retries=only_connect))
    return session


class Ledger(object):

    def __init__(self, headers, base_url=API):
        self.base_url = base_url
        self.http = build_session(headers)

    def _checked(self, response):
        payload = response.json()
        code = str(payload.get("error_code", "0"))
        if response.status_code >= 300 or code not in ("0", "10"):
            kind = KINDS.get(code, LedgerError)
            raise kind(response.status_code, payload)
        return payload

    def _url(self, user, node):
        return "%s/users/%s/nodes/%s/trans" % (self.base_url, user, node)

    def book(self, user, node, invoice, cents, to):
        doc = {
            "to": to,
            "amount": {"amount": cents / 100.0, "currency": "USD"},
            "extra": {"supp_id": invoice, "ip": "10.0.0.1"},
        }
        try:
            reply = self._checked(self.http.post(
                self._url(user, node), json=doc, timeout=30,
                headers={"X-SP-IDEMPOTENCY-KEY": invoice}))
        except LedgerError as err:
            if err.code != KEY_IN_USE:
                raise
            LOG.info("invoice %s was booked before, looking it up", invoice)
            for known in self.walk(user, node):
                if known.get("extra", {}).get("supp_id") == invoice:
                    return known
            raise
        if str(reply.get("error_code")) == "10":
            LOG.info("invoice %s accepted, still pending", invoice)
            return dict(reply, pending=True)
        return reply

    def walk(self, user, node):
        page, pages = 1, 1
        while page <= pages:
            reply = self._checked(self.http.get(
                self._url(user, node), params={"page": page, "per_page": 50}, timeout=30))
            pages = int(reply.get("page_count", 1))
            for item in reply.get("trans", []):
                yield item
            page += 1
