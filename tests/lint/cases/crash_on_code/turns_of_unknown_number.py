# errpact: provider=brick
"""Loops of as many turns as somebody else says: the last turn is the last, and only a loop that says nothing of
it gives nothing in the end."""

import time

import requests
from django.conf import settings


class BrickError(Exception):
    def __init__(self, status, code):
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code


def fault(response):
    body = response.json() if response.content else {}
    return BrickError(response.status_code, body.get("code"))


class Hook:
    def __init__(self, settings):
        self.settings = settings

    def raw(self):
        response = requests.get(self.settings.url + "/accounts/v2/accounts", timeout=30)
        if response.status_code >= 400:
            raise fault(response)
        return response.json()

    def one_more(self):
        wait = 3
        for attempt in range(self.settings.retries + 1):
            try:
                return self.raw()
            except BrickError as error:
                if error.status >= 500 and attempt < self.settings.retries:
                    time.sleep(wait)
                    wait *= 2
                    continue
                raise

    def from_one(self):
        for attempt in range(1, self.settings.tries + 1):
            try:
                return self.raw()["data"]
            except BrickError as error:
                if error.status < 500 or attempt == self.settings.tries:
                    raise
                time.sleep(3 * 2 ** (attempt - 1))

    def minus_one(self):
        for attempt in range(self.settings.tries):
            try:
                return self.raw()["data"]
            except BrickError as error:
                if error.status < 500 or attempt + 1 >= self.settings.tries:
                    raise
                time.sleep(3 * 2**attempt)

    def use(self):
        return self.one_more()["data"]

    def nothing_in_the_end(self):
        for attempt in range(self.settings.tries):
            try:
                return self.raw()
            except BrickError as error:
                if error.status < 500:
                    raise
                time.sleep(3 * 2**attempt)

    def use_nothing(self):
        return self.nothing_in_the_end()["data"]  # error: EP206

def of_django():
    for attempt in range(settings.TRIES):
        response = requests.get("http://localhost:8080/accounts/v2/accounts", timeout=30)
        if response.status_code < 400:
            return response.json()["data"]
        if response.status_code < 500 or attempt == settings.TRIES - 1:
            raise fault(response)
        time.sleep(3 * 2**attempt)
