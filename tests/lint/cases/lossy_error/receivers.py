# errpact: provider=klavi
"""Receivers that others register before: an empty list of the whole program is there for them."""

import requests


def ask(link):
    return requests.post(f"https://api.klavi.ai/data/v1/links/{link}/report", timeout=30).json()


class Signal:
    def __init__(self):
        self.receivers = []

    def connect(self, receiver):
        self.receivers.append(receiver)
        return receiver

    def send(self, **what):
        for receiver in self.receivers:
            receiver(**what)


failed, done = Signal(), Signal()


def told(link):
    body = ask(link)
    if body["code"] != 200:
        failed.send(link=link, code=body["code"])
    else:
        done.send(link=link, data=body["data"])


RECEIVERS = []


def told_by_a_comprehension(link):
    body = ask(link)
    if body["code"] != 200:
        [receiver(body["code"]) for receiver in RECEIVERS]
    else:
        done.send(link=link, data=body["data"])


def told_nothing(link):
    body = ask(link)
    if body["code"] != 200:  # error: EP203
        failed.send(link=link)
    else:
        done.send(link=link, data=body["data"])


def into_an_empty_list(link):
    receivers = []
    body = ask(link)
    if body["code"] != 200:  # error: EP203
        for receiver in receivers:
            receiver(body["code"])
    else:
        done.send(link=link, data=body["data"])
