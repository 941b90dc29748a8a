import logging

import requests

import klavi_codes
import settings

log = logging.getLogger("lending.klavi")


class KlaviProblem(Exception):
    """Klavi didn't give what we asked for. `code` is None where the reply had none."""

    def __init__(self, code, message, http_status, body=None):
        super().__init__("klavi %s (http %s): %s" % (code, http_status, message))
        self.code = code
        self.message = message
        self.http_status = http_status
        self.body = body


class CustomerMustAct(KlaviProblem):
    @property
    def text_key(self):
        return klavi_codes.CUSTOMER_TEXT[self.code]


class ComeBackLater(KlaviProblem):
    @property
    def freeze(self):
        return klavi_codes.FREEZE[self.code]


class PartnerSetupWrong(KlaviProblem):
    """Page the integrations team, the customer can do nothing."""


def new_session(token=settings.KLAVI_TOKEN):
    session = requests.Session()
    session.headers["Authorization"] = "Bearer %s" % token
    session.headers["Accept"] = "application/json"
    return session


def send(session, method, url, **kwargs):
    """One request, one (code, body, http status). Never repeats anything."""
    kwargs.setdefault("timeout", settings.TIMEOUT)
    resp = session.request(method, url, **kwargs)
    try:
        body = resp.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise KlaviProblem(None, "reply is not a JSON object", resp.status_code)
    code = klavi_codes.as_number(body.get("code"))
    log.info("%s %s -> klavi %s", method, url, code)
    return code, body, resp.status_code


def problem(code, body, http_status):
    if code in klavi_codes.FREEZE:
        kind = ComeBackLater
    elif code in klavi_codes.CUSTOMER_TEXT:
        kind = CustomerMustAct
    elif code in klavi_codes.PARTNER_SETUP:
        kind = PartnerSetupWrong
    else:
        kind = KlaviProblem
    return kind(code, body.get("message", ""), http_status, body)
