# errpact: provider=brick
"""A Retry that says itself how long to wait is asked, with as many failures behind it as there were."""

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

URL = "http://localhost:8080"


class BrickError(Exception):
    def __init__(self, response):
        super().__init__(response.status_code)
        self.response = response


class Documented(Retry):
    BASE = 3

    def get_backoff_time(self):
        return self.BASE * 2 ** max(0, len(self.history) - 1)


class Milliseconds(Documented):
    BASE = 0.003


class Drawn(Retry):
    def get_backoff_time(self):
        return self.pause()

    def sleep(self, response=None):
        super().sleep(response)


def read(policy):
    session = requests.Session()
    retry = policy(
        total=5, status_forcelist=range(500, 506), allowed_methods={"GET"}, raise_on_status=False
    )
    session.mount(URL, HTTPAdapter(max_retries=retry))  # error: EP102 500 501 502 503 504 505 ERRO_NO_FLUXO_OIDC
    response = session.get(f"{URL}/accounts", timeout=30)
    if response.status_code not in (200, 201):
        raise BrickError(response)
    return response.json()["data"]


def hasty():
    return read(Milliseconds)


def patient():
    return read(Documented)


def drawn():
    return read(Drawn)
