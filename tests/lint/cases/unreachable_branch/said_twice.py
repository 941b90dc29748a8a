# errpact: provider=synapse
"""One thing asked for in several ways that mean the same: whichever takes the case, the same is done."""

import requests


class Failed(Exception):
    def __init__(self, pair, body):
        super().__init__(*pair)
        self.pair = pair
        self.body = body


class Pending(Failed):
    pass


def node(base):
    response = requests.get("https://api.synapsefi.com/v3.1/users/u/nodes", timeout=60)
    body = response.json()
    pair = str(body.get("http_code", response.status_code)), str(body.get("error_code", ""))
    if pair == ("200", "0") and response.status_code == 200:
        return body
    if response.status_code == 202 or pair[0] == "202" or pair[1] == "10":
        raise Pending(pair, body)
    raise Failed(pair, body)


def accepted(base):
    response = requests.get("https://api.synapsefi.com/v3.1/users/u/nodes", timeout=60)
    body = response.json()
    pair = str(body.get("http_code", response.status_code)), str(body.get("error_code", ""))
    if response.status_code == 202:
        raise Failed(pair, body)
    if pair[1] == "10":  # error: EP306
        raise Pending(pair, body)
    if pair != ("200", "0"):
        raise Failed(pair, body)
    return body
