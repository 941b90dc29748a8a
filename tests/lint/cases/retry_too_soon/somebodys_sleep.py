# errpact: provider=brick
"""A callable that was handed in and is given a number between two requests may sleep, whatever its name."""

from typing import Callable

import requests

URL = "http://localhost:8080/accounts"


class BrickError(Exception):
    def __init__(self, response):
        super().__init__(response.status_code)
        self.response = response


class Handed:
    def __init__(self, dormir: Callable[[float], None]):
        self.dormir = dormir

    def read(self):
        for turn in range(6):
            response = requests.get(URL, timeout=30)
            if response.status_code == 200:
                return response.json()["data"]
            if not 500 <= response.status_code < 506 or "code" in response.json() and response.json()["code"]:
                break
            self.dormir(3 * 2**turn)
        raise BrickError(response)


class Told:
    def __init__(self, tell: Callable[[str], None]):
        self.tell = tell

    def read(self):
        for _ in range(6):
            response = requests.get(URL, timeout=30)
            if response.status_code == 200:
                return response.json()["data"]
            if response.status_code != 503:  # error: EP102 503
                break
            self.tell("again")
        raise BrickError(response)
