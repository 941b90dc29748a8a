# errpact: provider=synapse
"""A caught exception's class decides: it is reported where that is asked, though another function knows the answer."""

import time

import requests

URL = "http://localhost:8080/v3.1/nodes"


class Refused(Exception):
    def __init__(self, body):
        super().__init__(body["error"]["en"])
        self.code = body["error_code"]


class Trouble(Refused):
    pass


class Throttled(Refused):
    pass


def asked(node):
    body = requests.get(f"{URL}/{node}", timeout=30).json()
    if not body["success"]:
        raise {"429": Throttled, "500": Trouble, "503": Trouble}.get(body["error_code"], Refused)(body)
    return body


def passing(error):
    return isinstance(error, Trouble)


def refreshed(node):
    for pause in (60, 180, None):
        try:
            return asked(node)
        except Refused as error:
            last = pause is None
            if last:
                raise
            if not passing(error):  # error: EP101 500
                raise
        time.sleep(pause)


def throttled(node):
    for pause in (60, 180, None):
        try:
            return asked(node)
        except Refused as error:
            if pause is None or not isinstance(error, Throttled):
                raise
        time.sleep(pause)
