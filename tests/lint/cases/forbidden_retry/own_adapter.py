# errpact: provider=flanks
"""An adapter of the project's own between requests and the wire; one looks at the code before it sends again."""

import time

import requests
from requests.adapters import HTTPAdapter


class Blanket(HTTPAdapter):
    def send(self, request, **options):
        response = super().send(request, **options)
        if not response.ok:  # error: EP101
            time.sleep(48 * 3600)
            response = super().send(request, **options)
        return response


class Choosing(HTTPAdapter):
    def send(self, request, **options):
        response = super().send(request, **options)
        if not response.ok and response.json().get("error_code") == 50001:
            time.sleep(600)
            response = super().send(request, **options)
        return response


class Timed(HTTPAdapter):
    def send(self, request, timeout=None, **options):
        return super().send(request, timeout=timeout or 30, **options)


def read(adapter, token):
    session = requests.Session()
    session.mount("http://", adapter)
    response = session.post("http://localhost:8080/v0/bank/account", json={"token": token}, timeout=30)
    body = response.json()
    if response.status_code != 200:
        raise ValueError(body)
    return body["accounts"]


def blanket(token):
    return read(Blanket(), token)


def choosing(token):
    return read(Choosing(), token)


def timed(token):
    return read(Timed(), token)
