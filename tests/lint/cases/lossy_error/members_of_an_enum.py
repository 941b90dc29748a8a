# errpact: provider=synapse
"""A code made a member of an enum is still the code: the member tells it, and so does its text. One
member for all codes tells nothing."""

from enum import Enum, StrEnum

import requests

URL = "http://localhost:8080/v3.1/users/u1/nodes"


class Code(StrEnum):
    CLIENT = "100"
    USER = "110"
    FINGERPRINT = "120"
    PAYLOAD = "200"
    NOT_ALLOWED = "300"
    VALUES = "400"
    NOT_FOUND = "404"
    UNSUPPORTED = "410"
    TOO_MANY = "429"
    KEY_IN_USE = "450"
    FAILED = "460"
    SERVER = "500"
    UNAVAILABLE = "503"


class Sort(Enum):
    REFUSED = "refused"
    PENDING = "pending"


class SynapseError(Exception):
    def __init__(self, code):
        super().__init__("Synapse refused")
        self.code = code


def code_of(response):
    raw = response.json()["error_code"]
    return Code(raw) if raw in Code._value2member_map_ else None


def member():
    response = requests.get(URL, timeout=30)
    if response.status_code != 200:
        raise SynapseError(code_of(response))
    return response.json()["nodes"]


def text():
    response = requests.get(URL, timeout=30)
    if response.status_code != 200:
        raise RuntimeError(f"Synapse said {code_of(response)}")
    return response.json()["nodes"]


def of_the_class():
    response = requests.get(URL, timeout=30)
    if response.status_code != 200:
        try:
            raise SynapseError(Code(response.json()["error_code"]))
        except ValueError:
            raise SynapseError(response.json()["error_code"]) from None
    return response.json()["nodes"]


def one_for_all():
    response = requests.get(URL, timeout=30)
    if response.status_code != 200:
        raise SynapseError(Sort.REFUSED)  # error: EP203
    return response.json()["nodes"]
