# errpact: provider=flanks
"""Workers that wait for their queue for ever, until who started them cancels them: what they did is told all the same."""

import asyncio

import aiohttp


class Refused(Exception):
    def __init__(self, failed):
        super().__init__("; ".join(f"{token}: {status} {body}" for token, status, body in failed))
        self.failed = failed


class Reader:
    def __init__(self, url):
        self.url = url
        self.rows = []
        self.failed = []

    async def read(self, tokens):
        self.queue = asyncio.Queue()
        for token in tokens:
            self.queue.put_nowait(token)
        async with aiohttp.ClientSession() as self.http:
            crew = [asyncio.create_task(self.work(), name=f"worker {n}") for n in range(3)]
            await self.queue.join()
            for worker in crew:
                worker.cancel()
            await asyncio.gather(*crew, return_exceptions=True)
        if self.failed:  # error: EP201 401
            raise Refused(self.failed)
        return self.rows

    async def work(self):
        while True:
            token = await self.queue.get()
            async with self.http.post(self.url, json={"credentials_token": token}) as reply:
                body = await reply.json()
            self.sort(token, reply.status, body)
            self.queue.task_done()

    def sort(self, token, status, body):
        raise NotImplementedError


class Careless(Reader):
    def sort(self, token, status, body):
        if status in (200, 401):
            self.rows += body.get("accounts", [])
        else:
            self.failed.append((token, status, body))

    async def all(self):
        return await self.read(["a"])


class Careful(Reader):
    def sort(self, token, status, body):
        if status == 200:
            self.rows += body["accounts"]
        else:
            self.failed.append((token, status, body))

    async def all(self):
        return await self.read(["a"])


async def beat(say):
    while True:
        say("alive")
        await asyncio.sleep(30)


async def with_a_heartbeat(url, say):
    """What it says goes on beside the request, and is none of its business."""
    alive = asyncio.create_task(beat(say))
    try:
        async with aiohttp.ClientSession() as http, http.post(url, json={}) as reply:
            body = await reply.json()
            if reply.status != 200:
                raise Refused([("", reply.status, body)])
            return body["accounts"]
    finally:
        alive.cancel()


async def careless_with_a_heartbeat(url, say):
    alive = asyncio.create_task(beat(say))
    async with aiohttp.ClientSession() as http, http.post(url, json={}) as reply:
        body = await reply.json()
        alive.cancel()
        if reply.status not in (200, 401):  # error: EP201 401
            raise Refused([("", reply.status, body)])
        return body.get("accounts", [])
