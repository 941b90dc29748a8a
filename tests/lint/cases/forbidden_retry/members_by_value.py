# errpact: provider=synapse
"""An enum's `_value2member_map_` has its members' values: whether a code is one of them is known."""

import time
from enum import StrEnum

import requests

URL = "http://localhost:8080/v3.1/users/u1/nodes"


class Code(StrEnum):
    NO_ACH = "460"
    SERVER_ERROR = "500"
    UNAVAILABLE = "503"

    @property
    def passing(self):
        return self in (Code.SERVER_ERROR, Code.UNAVAILABLE)


class Passing(StrEnum):
    UNAVAILABLE = "503"


def by_member(payload):
    for pause in (10, 60, None):
        response = requests.post(URL, json=payload, timeout=30)
        if response.status_code == 200:
            break
        raw = response.json()["error_code"]
        code = Code(raw) if raw in Code._value2member_map_ else None
        if code is None or not code.passing or pause is None:  # error: EP101 500
            break
        time.sleep(pause)
    return response


def looked_up(payload):
    for pause in (10, 60, None):
        response = requests.post(URL, json=payload, timeout=30)
        if response.status_code == 200:
            break
        code = Code._value2member_map_.get(response.json()["error_code"])
        if code is None or not code.passing or pause is None:  # error: EP101 500
            break
        time.sleep(pause)
    return response


def of_those_that_pass(payload):
    for pause in (10, 60, None):
        response = requests.post(URL, json=payload, timeout=30)
        if response.status_code == 200 or pause is None:
            break
        if response.json()["error_code"] not in Passing._value2member_map_:
            break
        time.sleep(pause)
    return response
