# errpact: provider=khipu
"""A body inside a mapping of the project's own, under other names, or in somebody else's object: who asks it, asks the
reply."""

import json
import types
from collections import UserDict

import requests
from vendor.envelopes import Envelope

URL = "https://api.khipu.com/v1/cl/banks/{}/accounts"


class KhipuError(Exception):
    def __init__(self, error):
        super().__init__(f"{error}")
        self.error = error


class Reply(dict):
    @property
    def failed(self):
        return self.get("Status") != "OK"


class Held(UserDict):
    def failed(self):
        return self["Status"] != "OK"


class Wrapped(Envelope):
    def __init__(self, body):
        self.body = body


def ask(bank):
    return requests.post(URL.format(bank), timeout=30)


def accounts(bank):
    reply = Reply(ask(bank).json())
    if reply.failed:
        raise KhipuError(reply["Error"])
    return reply["Data"]


def accounts_unseen(bank):
    reply = Reply(ask(bank).json())
    return reply["Data"]  # error: EP201


def accounts_held(bank):
    reply = Held(ask(bank).json())
    if reply.failed():
        raise KhipuError(reply["Error"])
    return reply["Data"]


def accounts_held_unseen(bank):
    return Held(ask(bank).json())["Data"]  # error: EP201


def accounts_lowered(bank):
    reply = {name.lower(): value for name, value in ask(bank).json().items()}
    if reply["status"] != "OK":
        raise KhipuError(reply["error"])
    return reply["data"]


def accounts_hooked(bank):
    reply = json.loads(ask(bank).text, object_hook=lambda found: types.SimpleNamespace(**found))
    if reply.Status != "OK":
        raise KhipuError(reply.Error)
    return reply.Data


def accounts_wrapped(bank):
    reply = Wrapped(ask(bank).json())
    if not reply.succeeded():
        raise KhipuError(reply.error)
    return reply["Data"]
