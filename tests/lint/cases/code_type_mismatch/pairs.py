# errpact: provider=synapse
"""Tables and sets of pairs: each item has the type of what stands in its place."""

import requests

URL = "https://api.synapsefi.com/v3.1/users/u/nodes"

NUMBERS = {(503, 503): "later", (400, 410): "unsupported", (401, 110): "relink"}
STRINGS = {("503", "503"): "later", ("400", "410"): "unsupported", ("401", "110"): "relink"}
OF_STATUS = {(503, "503"), (401, "110")}


class SynapseError(Exception):
    def __init__(self, reply, verdict):
        super().__init__(verdict)
        self.body = reply.json()


def fetch(verdict_of):
    reply = requests.get(URL, timeout=30)
    if reply.status_code != 200 or reply.json()["error_code"] != "0":
        raise SynapseError(reply, verdict_of(reply))
    return reply.json()


def by_numbers(reply):
    body = reply.json()
    return NUMBERS.get((body["http_code"], body["error_code"]), "broken")  # error: EP302


def by_strings(reply):
    body = reply.json()
    return STRINGS.get((body["http_code"], body["error_code"]), "broken")


def by_status(reply):
    pair = reply.status_code, reply.json()["error_code"]
    return "again" if pair in OF_STATUS else "broken"


def one_pair(reply):
    body = reply.json()
    return "relink" if (body["http_code"], body["error_code"]) == ("401", 110) else "broken"  # error: EP302 110


def numbers():
    return fetch(by_numbers)


def strings():
    return fetch(by_strings)


def status():
    return fetch(by_status)


def one():
    return fetch(one_pair)
