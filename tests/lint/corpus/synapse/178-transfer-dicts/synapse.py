import requests

BASE = "https://api.synapsefi.com/v3.1"


class SynapseError(Exception):
    def __init__(self, http_code, error_code, text):
        super().__init__("synapse %s/%s: %s" % (http_code, error_code, text))
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


def headers(gateway, user_key, idempotency_key=None):
    h = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key, "Content-Type": "application/json"}
    if idempotency_key:
        h["X-SP-IDEMPOTENCY-KEY"] = idempotency_key
    return h


def error_text(body):
    error = body.get("error")
    if isinstance(error, dict):
        return error.get("en") or str(error)
    return error or ""


def check(response):
    """Returns the body of a reply with error_code 0; everything else is raised."""
    try:
        body = response.json()
    except ValueError:
        raise SynapseError(str(response.status_code), None, "no json")
    http_code = str(body.get("http_code") or response.status_code)
    error_code = str(body.get("error_code"))
    if response.status_code == 200 and error_code == "0":
        return body
    raise SynapseError(http_code, error_code, error_text(body))


def create_transaction(gateway, user_key, user_id, node_id, payload, key, base=BASE):
    url = "%s/users/%s/nodes/%s/trans" % (base, user_id, node_id)
    response = requests.post(url, json=payload, headers=headers(gateway, user_key, key), timeout=60)
    return check(response)


def get_transaction(gateway, user_key, user_id, node_id, trans_id, base=BASE):
    url = "%s/users/%s/nodes/%s/trans/%s" % (base, user_id, node_id, trans_id)
    return check(requests.get(url, headers=headers(gateway, user_key), timeout=60))
