# errpact: provider=klavi
"""Classes that a decorator of the project puts into a registry, by which an error's class is found."""

import functools
import time

import requests

URL = "https://api.klavi.ai/data/v1/links/{}/report"
PAUSES = {}


class KlaviError(Exception):
    attempts = 1

    def __init__(self, body):
        super().__init__(f"{body.get('code')}: {body.get('message')}")
        self.code = body.get("code")


class Registry:
    def __init__(self):
        self.classes = {}

    def register(self, *codes):
        def add(cls):
            self.classes.update((code, cls) for code in codes)
            return cls

        return add

    def of(self, body):
        return self.classes.get(body["code"], KlaviError)(body)


registry = Registry()
wide = Registry()


def patient(cls):
    PAUSES[cls] = 86400
    return cls


@patient
@registry.register(500, 503)
class Busy(KlaviError):
    attempts = 3


@wide.register(402, 500)
class Passing(KlaviError):
    attempts = 3


@functools.total_ordering
class Page:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number


def report(link):
    attempt = 1
    while True:
        body = requests.post(URL.format(link), timeout=30).json()
        if body["code"] == 200:
            return body["data"]
        error = registry.of(body)
        if attempt >= error.attempts:
            raise error
        time.sleep(PAUSES[type(error)])
        attempt += 1


def report_when_passing(link):
    attempt = 1
    while True:
        body = requests.post(URL.format(link), timeout=30).json()
        if body["code"] == 200:
            return body["data"]
        error = wide.of(body)
        if attempt >= error.attempts:  # error: EP101
            raise error
        time.sleep(86400)
        attempt += 1
