"""Refreshes the linked bank nodes of a user."""
import attrs
import requests

API = "https://api.synapsefi.com/v3.1"


@attrs.frozen
class Outcome:
    node: str
    action: str
    detail: str = ""


def relink(node, body):
    return Outcome(node, "relink", body["error"]["en"])


def drop(node, body):
    return Outcome(node, "unsupported", body["error"]["en"])


def later(node, body):
    return Outcome(node, "later", body["error"]["en"])


def new_device(node, body):
    return Outcome(node, "confirm-device", body["error"]["en"])


def report(node, body):
    return Outcome(node, "ticket", "%s/%s %s" % (body["http_code"], body["error_code"], body["error"]["en"]))


ACTIONS = {
    110: relink,
    120: new_device,
    410: drop,
    503: later,
}


def log_level(status):
    if status < 400:
        return "info"
    elif status < 500:
        return "warning"
    elif status == 429:
        return "throttle"
    return "error"


class NodeRefresh:
    def __init__(self, user, oauth_key, base_url=API, sink=None):
        self.user = user
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers["X-SP-USER"] = "%s|fingerprint" % oauth_key
        self.sink = sink or (lambda level, line: None)

    def refresh(self, node):
        resp = self.http.patch(
            "%s/users/%s/nodes/%s?resync=true" % (self.base_url, self.user, node), timeout=60
        )
        self.sink(log_level(resp.status_code), "%s %s" % (node, resp.status_code))
        body = resp.json()
        if resp.status_code == 200:
            return Outcome(node, "done")
        if resp.status_code == 202:
            return Outcome(node, "pending")
        action = ACTIONS.get(body["error_code"], report)
        return action(node, body)
