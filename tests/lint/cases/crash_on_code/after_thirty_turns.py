# errpact: provider=flanks
"""A loop of many turns ends where it says: in the last one the error is raised, or it isn't."""

import itertools
import time

import requests

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, reply):
        super().__init__(reply.status_code, reply.text)
        self.code = reply.json().get("error_code")


def once(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200 or reply.json().get("error_code") is not None:
        raise FlanksError(reply)
    return reply.json()


def careless(token):
    turn, found = 0, None
    while turn < 30:
        turn += 1
        try:
            found = once(token)
            break
        except FlanksError as error:
            if error.code != 20002:
                raise
            time.sleep(60)
    return found["accounts"]  # error: EP206 20002


def careful(token):
    turn, found = 0, None
    while turn < 30:
        turn += 1
        try:
            found = once(token)
            break
        except FlanksError as error:
            if error.code != 20002 or turn == 30:
                raise
            time.sleep(60)
    return found["accounts"]


def counted(token):
    for turn in itertools.count(1):
        try:
            return once(token)["accounts"]
        except FlanksError as error:
            if error.code != 20002 or turn == 30:
                raise
            time.sleep(60)
