# errpact: provider=brick
"""Waits that an iterator hands out are used up; those of a tuple begin anew each time round."""

import time

import requests


URL = "http://localhost:8080/accounts/v2/accounts"


class BrickError(Exception):
    def __init__(self, status, code):
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code


def error_of(response):
    if response.ok:
        return None
    return BrickError(response.status_code, response.json().get("code") if response.content else None)


def used_up():
    waits = iter((3, 6, 12, 24, 48))
    while error := error_of(response := requests.get(URL, timeout=30)):
        if error.status // 10 != 50:
            raise error
        for wait in waits:
            time.sleep(wait)
            break
        else:
            raise error
    return response.json()


def begun_anew():
    waits = (48, 48)
    while error := error_of(response := requests.get(URL, timeout=30)):
        if error.status // 10 != 50:  # error: EP103
            raise error
        for wait in waits:
            time.sleep(wait)
            break
        else:
            raise error
    return response.json()


def rest_of_them():
    waits = iter((3, 6, 12, 24, 48))
    for wait in waits:
        response = requests.get(URL, timeout=30)
        error = error_of(response)
        if error is None:
            return response.json()
        if error.status // 10 != 50 or wait > 3:
            raise error
        time.sleep(wait)
    raise TimeoutError(URL)
