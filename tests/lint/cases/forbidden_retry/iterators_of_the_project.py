# errpact: provider=klavi
"""Attempts that an object of the project gives one by one: `__iter__` as a generator, `__next__`, `__aiter__`."""

import asyncio
import time

import httpx
import requests

URL = "https://api.klavi.ai/data/v1/links/{}/report"


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(f"{body.get('code')}: {body.get('message')}")
        self.code = body.get("code")


class Busy(KlaviError):
    pass


def checked(body):
    if body["code"] == 200:
        return body["data"]
    raise (Busy if body["code"] in (500, 503) else KlaviError)(body)


class Attempt:
    def __init__(self, last, kinds):
        self.last = last
        self.kinds = kinds
        self.failed = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if isinstance(error, self.kinds) and not self.last:
            self.failed = error
            return True
        return False


class Attempts:
    """A generator of its own gives them."""

    def __init__(self, waits, kinds):
        self.waits = waits
        self.kinds = kinds

    def __iter__(self):
        for number in range(len(self.waits) + 1):
            attempt = Attempt(number == len(self.waits), self.kinds)
            yield attempt
            if attempt.failed is None:
                return
            time.sleep(self.waits[number])

    async def __aiter__(self):
        for number in range(len(self.waits) + 1):
            attempt = Attempt(number == len(self.waits), self.kinds)
            yield attempt
            if attempt.failed is None:
                return
            await asyncio.sleep(self.waits[number])


class OneByOne:
    """It is asked for the next one."""

    def __init__(self, waits, kinds):
        self.waits = list(waits)
        self.kinds = kinds
        self.current = None

    def __iter__(self):
        return self

    def __next__(self):
        if self.current is not None:
            if self.current.failed is None or not self.waits:
                raise StopIteration
            time.sleep(self.waits.pop(0))
        self.current = Attempt(not self.waits, self.kinds)
        return self.current


def report(link):
    for attempt in Attempts((5, 30), Busy):
        with attempt:
            return checked(requests.post(URL.format(link), timeout=30).json())
    raise AssertionError("the last attempt returns or raises")


def report_whatever(link):
    for attempt in Attempts((86400, 86400), KlaviError):
        with attempt:  # error: EP101
            return checked(requests.post(URL.format(link), timeout=30).json())
    raise AssertionError("the last attempt returns or raises")


def report_one_by_one(link):
    for attempt in OneByOne((5, 30), Busy):
        with attempt:
            return checked(requests.post(URL.format(link), timeout=30).json())
    raise AssertionError("the last attempt returns or raises")


async def report_async(link):
    async with httpx.AsyncClient() as http:
        async for attempt in Attempts((5, 30), Busy):
            with attempt:
                return checked((await http.post(URL.format(link))).json())
    raise AssertionError("the last attempt returns or raises")


class Links:
    """No attempts, but things to ask for."""

    def __init__(self, links):
        self.links = links

    def __iter__(self):
        for link in self.links:
            yield link


def reports(links):
    return {link: checked(requests.post(URL.format(link), timeout=30).json()) for link in Links(links)}
