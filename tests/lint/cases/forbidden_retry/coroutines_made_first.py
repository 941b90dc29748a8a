# errpact: provider=flanks
"""Coroutines are made in one place and awaited in another, which is where their errors are raised, or are not."""

import asyncio

import httpx
import tenacity

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.body = body


async def one(token):
    async with httpx.AsyncClient() as client:
        reply = await client.post(URL, json={"credentials_token": token})
    body = reply.json()
    if reply.status_code != 200 or body.get("error_code") is not None:
        raise FlanksError(reply.status_code, body)
    return body["accounts"]


@tenacity.retry(stop=tenacity.stop_after_attempt(3), wait=tenacity.wait_fixed(90_000), reraise=True)
async def each_for_itself(tokens):
    jobs = [one(token) for token in tokens]
    return await asyncio.gather(*jobs, return_exceptions=True)


@tenacity.retry(stop=tenacity.stop_after_attempt(3), wait=tenacity.wait_fixed(90_000), reraise=True)  # error: EP101
async def all_or_none(tokens):
    jobs = [one(token) for token in tokens]
    return await asyncio.gather(*jobs)


@tenacity.retry(stop=tenacity.stop_after_attempt(3), wait=tenacity.wait_fixed(90_000), reraise=True)  # error: EP101
async def in_turn(tokens):
    found = []
    for job in [one(token) for token in tokens]:
        found.append(await job)
    return found
