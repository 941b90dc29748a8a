# errpact: provider=flanks
"""A worker takes jobs from a queue: each job's request goes out once, or again after any error."""

import asyncio

import aiohttp
import tenacity

URL = "http://localhost:8080/v0/bank/account"
STOP = object()


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(status, body)
        self.body = body


async def once(session, token):
    async with session.post(URL, json={"credentials_token": token}) as reply:
        body = await reply.json()
        if reply.status != 200 or body.get("error_code") is not None:
            raise Refused(reply.status, body)
        return body["accounts"]


@tenacity.retry(stop=tenacity.stop_after_attempt(3), wait=tenacity.wait_fixed(90_000), reraise=True)  # error: EP101
async def stubborn(session, token):
    return await once(session, token)


class Worker:
    def __init__(self, queue: asyncio.Queue):
        self.queue = queue
        self.refused = {}

    async def take(self, session, read):
        while True:
            token = await self.queue.get()
            if token is STOP:
                return
            try:
                await read(session, token)
            except Refused as refused:
                self.refused[token] = refused


async def work(tokens, read=once):
    queue = asyncio.Queue()
    for token in tokens:
        queue.put_nowait(token)
    queue.put_nowait(STOP)
    worker = Worker(queue)
    async with aiohttp.ClientSession() as session:
        await worker.take(session, read)
    return worker.refused


async def work_stubbornly(tokens):
    return await work(tokens, stubborn)
