# errpact: provider=klavi
"""A generator yields rows for a program that prints them: complete or not, or all alike."""

import requests


class KlaviError(Exception):
    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code = code


def report(key):
    body = requests.get(f"http://localhost:8080/reports/{key}", timeout=30).json()
    if body["code"] in (200, 201, 202, 203):
        return body["code"], body.get("data")
    raise KlaviError(body["code"], body["message"])


def rows(keys):
    for key in keys:
        code, data = report(key)
        yield key, "complete" if code == 200 else "incomplete", data


def main(keys):
    for key, state, _ in rows(keys):
        print(key, state, sep=";")
    return 0


def by_two_words(keys):
    for key in keys:
        code, _ = report(key)
        if code == 200:
            print(key, "complete")
        else:
            print(key, "incomplete")
    return 0


def same_rows(keys):
    for key in keys:
        body = requests.get(f"http://localhost:8080/reports/{key}", timeout=30).json()
        if body["code"] >= 400:  # error: EP202 201 202 203
            raise KlaviError(body["code"], body["message"])
        yield key, "complete"


def main_of_same_rows(keys):
    for key, state in same_rows(keys):
        print(key, state, sep=";")
    return 0
