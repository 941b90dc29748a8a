# errpact: provider=brick
"""Bounds and waits that are defaults of a frozen dataclass: five retries are documented, not twelve."""

import time
from dataclasses import dataclass

import requests


@dataclass(frozen=True)
class Settings:
    token: str
    url: str = "http://localhost:8080"
    first_wait: float = 3.0
    tries: int = 5


@dataclass(frozen=True, slots=True)
class Eager:
    token: str
    url: str = "http://localhost:8080"
    first_wait: float = 3.0
    tries: int = 12


class BrickError(Exception):
    def __init__(self, status, code):
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code


def ask(url):
    response = requests.get(url, timeout=30)
    if response.status_code >= 400:
        raise BrickError(response.status_code, response.json().get("code") if response.content else None)
    return response.json()


class Client:
    def __init__(self, settings: Settings):
        self.settings = settings

    def accounts(self):
        failures = 0
        while True:
            try:
                return ask(f"{self.settings.url}/accounts/v2/accounts")
            except BrickError as error:
                if error.status < 500 or failures >= self.settings.tries:
                    raise
                time.sleep(self.settings.first_wait * 2**failures)
                failures += 1


class EagerClient:
    def __init__(self, settings: Eager):
        self.settings = settings

    def accounts(self):
        failures = 0
        while True:
            try:
                return ask(f"{self.settings.url}/accounts/v2/accounts")
            except BrickError as error:
                if error.status < 500 or failures >= self.settings.tries:  # error: EP103
                    raise
                time.sleep(self.settings.first_wait * 2**failures)
                failures += 1
