# errpact: provider=synapse
"""An exception among other words says what its own text says: the code, or nothing of it."""

import requests

URL = "http://localhost:8080/v3.1/nodes"


class Coded(Exception):
    def __init__(self, body):
        super().__init__("Synapse %s" % body["error_code"])


class Worded(Exception):
    def __init__(self, body):
        super().__init__("Synapse: " + body["error"]["en"])


class Shown(Exception):
    def __init__(self, body):
        super().__init__(body["error"]["en"])
        self._shown = body["error_code"]

    def __str__(self):
        return f"Synapse {self._shown}"


def refused(kind):
    reply = requests.get(URL, timeout=30)
    body = reply.json()
    if reply.status_code != 200:
        raise kind(body)
    return body["nodes"]


def fstring():
    try:
        return refused(Coded)
    except Coded as error:
        raise RuntimeError(f"no nodes: {error}") from None


def percent():
    try:
        return refused(Coded)
    except Coded as error:
        raise RuntimeError("%s, try %d" % (error, 3)) from None


def percent_alone():
    try:
        return refused(Shown)
    except Shown as error:
        raise RuntimeError("no nodes: %s" % error) from None


def filled_in():
    try:
        return refused(Shown)
    except Shown as error:
        raise RuntimeError("no nodes: {}".format(error)) from None


def words_alone():
    try:
        return refused(Worded)
    except Worded as error:
        raise RuntimeError(f"no nodes: {error}") from None  # error: EP203


def words_of_percent():
    try:
        return refused(Worded)
    except Worded as error:
        raise RuntimeError("%s, try %d" % (error, 3)) from None  # error: EP203
