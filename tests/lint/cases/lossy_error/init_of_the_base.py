# errpact: provider=flanks
"""What a base class is given by name, as before there was `super()`, is the exception's text like any other."""

import requests

URL = "https://api.flanks.io/v0/bank/account"


class Told(Exception):
    def __init__(self, status, code):
        Exception.__init__(self, "Flanks answered %s/%s" % (status, code))


class Mute(Exception):
    def __init__(self, status, code):
        Exception.__init__(self, "Flanks refused")


def accounts(token, log):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        log.append(str(Told(reply.status_code, body.get("error_code"))))
        raise Told(reply.status_code, body.get("error_code"))
    return body["accounts"]


def balances(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise Mute(reply.status_code, body.get("error_code"))  # error: EP203
    return body["accounts"]
