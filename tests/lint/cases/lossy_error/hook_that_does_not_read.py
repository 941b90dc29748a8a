# errpact: provider=flanks
"""A hook of httpx gets a response that nobody has read yet: one asks for its body at once, one reads it first."""

import httpx


class FlanksError(Exception):
    def __init__(self, response):
        super().__init__(f"Flanks answered {response.status_code}")
        self.body = response.json()  # error: EP203


def at_once(response):
    if response.status_code != 200:
        raise FlanksError(response)


def read_first(response):
    if response.status_code != 200:
        response.read()
        raise FlanksError(response)


async def read_first_too(response):
    await response.aread()
    if response.status_code != 200:
        raise FlanksError(response)


def accounts(hook, token):
    with httpx.Client(event_hooks={"response": [hook]}, timeout=30) as client:
        return client.post("http://localhost:8080/v0/bank/account", json={"token": token}).json()["accounts"]


def unread(token):
    return accounts(at_once, token)


def read(token):
    return accounts(read_first, token)


async def read_too(token):
    async with httpx.AsyncClient(event_hooks={"response": [read_first_too]}, timeout=30) as client:
        reply = await client.post("http://localhost:8080/v0/bank/account", json={"token": token})
        return reply.json()["accounts"]
