# errpact: provider=flanks
"""What is due is worked out with the event loop's own clock, or one in nanoseconds: the rest until then is waited."""

import asyncio
import time

import requests

DAY = 24 * 3600.0


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.status = status
        self.code = body.get("error_code")


def accounts(token):
    reply = requests.post("https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200:
        raise FlanksError(reply.status_code, reply.json())
    return reply.json()["accounts"]


async def each_when_due(token, pause=DAY):
    now = asyncio.get_running_loop().time
    due = now()
    for attempt in range(3):
        if (rest := due - now()) > 0:
            await asyncio.sleep(rest)
        try:
            return accounts(token)
        except FlanksError as error:
            if error.code != 20003 or attempt == 2:
                raise
            due = now() + pause


async def soon(token):
    due = asyncio.get_running_loop().time()
    for attempt in range(3):
        if (rest := due - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(rest)
        try:
            return accounts(token)
        except FlanksError as error:
            if error.code != 20003 or attempt == 2:  # error: EP102 20003
                raise
            due = asyncio.get_running_loop().time() + 60


def in_nanoseconds(token):
    due = time.monotonic_ns()
    for attempt in range(3):
        if (rest := due - time.monotonic_ns()) > 0:
            time.sleep(rest / 1_000_000_000)
        try:
            return accounts(token)
        except FlanksError as error:
            if error.code != 20003 or attempt == 2:
                raise
            due = time.monotonic_ns() + 24 * 3600 * 1_000_000_000
