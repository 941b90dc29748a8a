# errpact: provider=klavi
"""Pauses that an object of the project gives one by one, by a generator or by itself."""

import time
import requests


class KlaviError(Exception):
    def __init__(self, code):
        self.code = code


def ask():
    body = requests.post("https://api.klavi.ai/data/v1/links/1/report", timeout=30).json()
    if body["code"] == 200:
        return body["data"]
    raise KlaviError(body["code"])


class Pauses:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if not self.n:
            raise StopIteration
        self.n -= 1
        return 1800


def good():
    pauses = iter(Pauses(2))
    while True:
        try:
            return ask()
        except KlaviError as e:
            pause = next(pauses, None)
            if pause is None or e.code != 415:
                raise
        time.sleep(pause)


def bad():
    pauses = iter(Pauses(2))
    while True:
        try:
            return ask()
        except KlaviError as e:
            pause = next(pauses, None)
            if pause is None or e.code != 402:  # error: EP101
                raise
        time.sleep(pause)


class Schedule:
    def __init__(self, pause, times):
        self.pause, self.times = pause, times

    def __iter__(self):
        for _ in range(self.times):
            yield self.pause


def good_schedule():
    pauses = iter(Schedule(1800, 2))
    while True:
        try:
            return ask()
        except KlaviError as e:
            pause = next(pauses, None)
            if pause is None or e.code != 415:
                raise
        time.sleep(pause)


def bad_schedule():
    pauses = iter(Schedule(1800, 2))
    while True:
        try:
            return ask()
        except KlaviError as e:
            pause = next(pauses, None)
            if pause is None or e.code != 402:  # error: EP101
                raise
        time.sleep(pause)
