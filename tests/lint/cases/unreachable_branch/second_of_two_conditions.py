# errpact: provider=synapse
"""Any part of an `and` may be what an earlier branch took; one that is looked at for the first time may be not."""

import requests

URL = "http://localhost:8080/v3.1/users"


class Fault(Exception):
    def __init__(self, http, code):
        super().__init__(http, code)
        self.http = http
        self.code = code


class Outage(Fault):
    pass


class Attention(Fault):
    pass


def pair_last(http, code):
    if code in {"500", "503"}:
        return Outage(http, code)
    elif http == "402" and code == "500":  # error: EP306 500
        return Attention(http, code)
    return Fault(http, code)


def pair_first(http, code):
    if http == "402" and code == "500":
        return Attention(http, code)
    elif code in {"500", "503"}:
        return Outage(http, code)
    return Fault(http, code)


def other_field_first(http, code):
    if http in {"500", "503"}:
        return Outage(http, code)
    elif http == "402" and code == "500":
        return Attention(http, code)
    return Fault(http, code)


def number_perhaps(http, code):
    if code == "500":
        return Outage(http, code)
    elif isinstance(code, int) and code == 500:
        return Outage(http, str(code))
    return Fault(http, code)


def nodes(user):
    reply = requests.get(f"{URL}/{user}/nodes", timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise pair_last(body["http_code"], body["error_code"])
    return body["nodes"]


def transactions(user):
    reply = requests.get(f"{URL}/{user}/trans", timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise pair_first(body["http_code"], body["error_code"])
    return body["trans"]


def subscriptions(user):
    reply = requests.get(f"{URL}/{user}/subs", timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise other_field_first(body["http_code"], body["error_code"])
    return body["subs"]


def statements(user):
    reply = requests.get(f"{URL}/{user}/statements", timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise number_perhaps(body["http_code"], body["error_code"])
    return body["statements"]
