# errpact: provider=klavi
"""A request that is sent again for whatever isn't one code: that a success is repeated too makes it no less a resend of
what must not be resent. What asks twice on purpose is silent."""

import time

import requests


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(body["code"])
        self.body = body


def _get(base, cpf):
    return requests.get(f"{base}/data/v1/reports/{cpf}", timeout=30).json()


def the_wrong_way_round(base, cpf):
    body = _get(base, cpf)
    if str(body["code"]) != "429":  # error: EP101
        time.sleep(60)  # error: EP102 406 414 415
        body = _get(base, cpf)
    if str(body["code"]) != "200":
        raise KlaviError(body)
    return body["data"]


def the_right_way_round(base, cpf):
    body = _get(base, cpf)
    if str(body["code"]) == "429":
        time.sleep(60)
        body = _get(base, cpf)
    if str(body["code"]) != "200":
        raise KlaviError(body)
    return body["data"]


def read_again_later(base, cpf):
    first = _get(base, cpf)
    if str(first["code"]) != "200":
        raise KlaviError(first)
    time.sleep(60)
    second = _get(base, cpf)
    if str(second["code"]) != "200":
        raise KlaviError(second)
    return first["data"], second["data"]


def _balance(base, consent):
    """What tells two requests apart may lie in a header."""
    body = requests.get(f"{base}/data/v1/balance", headers={"x-consent": consent}, timeout=30).json()
    if str(body["code"]) == "400":
        raise KlaviError(body)
    return body


def two_of_them(base):
    one = _balance(base, "a")
    time.sleep(60)
    return one, _balance(base, "b")


def each_of_them(base, consents):
    found = {}
    for n in range(len(consents)):
        found[n] = _balance(base, consents[n])
        time.sleep(60)
    return found
