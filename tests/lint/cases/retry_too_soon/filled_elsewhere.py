# errpact: provider=khipu
"""A module's empty dict is filled by somebody: what is done after a lookup there is followed; of a dict with names in
it those are all that there are."""

import time

import requests

ACCOUNTS = {}
KNOWN = {"main": "token-1"}
URL = "http://localhost:8080/v1/cl/banks"


class KhipuError(Exception):
    def __init__(self, error):
        super().__init__(error["Code"], error["Type"], error["Description"])
        self.type = error["Type"]


def ask(account):
    body = requests.post(URL, json={"account": account}, timeout=30).json()
    if body["Status"] == "OK":
        return body["Data"]
    raise KhipuError(body["Error"])


def minutes(name):
    account = ACCOUNTS[name]
    try:
        return ask(account)
    except KhipuError as error:
        if error.type != "WAIT_4_HOURS_BEFORE_RETRY":
            raise
    time.sleep(4 * 60)  # error: EP102
    return ask(account)


def hours(name):
    account = ACCOUNTS[name]
    try:
        return ask(account)
    except KhipuError as error:
        if error.type != "WAIT_4_HOURS_BEFORE_RETRY":
            raise
    time.sleep(4 * 60 * 60)
    return ask(account)


def never():
    account = KNOWN["other"]
    try:
        return ask(account)
    except KhipuError:
        time.sleep(4 * 60)
    return ask(account)
