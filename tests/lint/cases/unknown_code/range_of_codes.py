# errpact: provider=klavi
"""A range of codes that nobody wrote one by one, and a code that somebody wrote."""

import requests

KINDS = {code: "client" for code in range(400, 500)} | {code: "server" for code in range(500, 600)}
KINDS.update({code: "access" for code in range(700, 710)})
FEATURES = {code: "feature" for code in (705, 706)}  # error: EP301


class KlaviError(Exception):
    def __init__(self, code, kind):
        super().__init__(f"{code}: {kind}")
        self.code = code
        self.kind = kind


class Code(int):
    """A number that says more of itself."""

    @property
    def ok(self):
        return self == 200


def report(link):
    body = requests.post(f"https://api.klavi.ai/data/v1/links/{link}/report", timeout=30).json()
    if not Code(body["code"]).ok:
        raise KlaviError(body["code"], KINDS.get(body["code"], "?"))
    return body["data"]


def feature(link):
    body = requests.post(f"https://api.klavi.ai/data/v1/links/{link}/report", timeout=30).json()
    if body["code"] != 200:
        raise KlaviError(body["code"], FEATURES.get(body["code"], "?"))
    return body["data"]
