"""Everything that knows how SynapseFI talks. Shared by the linking and the balance jobs."""
import logging

import requests

log = logging.getLogger("bankdata.synapse")

PRODUCTION = "https://api.synapsefi.com/v3.1"
CONNECT_TIMEOUT, READ_TIMEOUT = 5, 60

OK = ("200", "0")


class SynapseFailed(Exception):
    def __init__(self, pair, text, body=None):
        super().__init__("%s/%s %s" % (pair[0], pair[1], text))
        self.http_code, self.error_code = pair
        self.pair = pair
        self.text = text
        self.body = body or {}


class ActionPending(SynapseFailed):
    """202 or error code 10: accepted, but somebody has to do something before there is a result."""


def open_session(client_id, client_secret, user_key, fingerprint):
    session = requests.Session()
    session.headers.update(
        {
            "X-SP-GATEWAY": "%s|%s" % (client_id, client_secret),
            "X-SP-USER": "%s|%s" % (user_key, fingerprint),
        }
    )
    return session


def send(session, method, url, **kwargs):
    """Sends one request. Returns the body of a complete success and raises for everything else."""
    response = session.request(method, url, timeout=(CONNECT_TIMEOUT, READ_TIMEOUT), **kwargs)
    try:
        body = response.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise SynapseFailed((str(response.status_code), ""), "reply is not a JSON object")

    pair = str(body.get("http_code", response.status_code)), str(body.get("error_code", ""))
    if pair == OK and response.status_code == 200:
        return body
    text = error_text(body)
    log.warning("%s %s: %s %s", method, url, pair, text)
    if response.status_code == 202 or pair[0] == "202" or pair[1] == "10":
        raise ActionPending(pair, text, body)
    raise SynapseFailed(pair, text, body)


def error_text(body):
    error = body.get("error")
    if isinstance(error, dict):
        return error.get("en", "")
    return error or ""
