# errpact: provider=flanks
"""An error that is dropped is lost though another request succeeds afterwards, if that is sent after a success too; a
request that stands in for the one that failed gives the result."""

import requests

URL = "http://localhost:8080/v0/bank/"


class FlanksError(Exception):
    def __init__(self, reply):
        super().__init__(reply.status_code, reply.text)
        self.reply = reply


def ask(what, token):
    reply = requests.post(URL + what, json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200 or "error_code" in reply.json():
        raise FlanksError(reply)
    return reply.json().get("items") or []


def worth(token):
    try:
        plus = ask("investments", token)
    except FlanksError:  # error: EP204
        plus = []
    minus = ask("liabilities", token)
    return sum(item["balance"] for item in plus) - sum(item["balance"] for item in minus)


def accounts(token):
    try:
        return ask("accounts", token)
    except FlanksError:
        return ask("cached-accounts", token)
