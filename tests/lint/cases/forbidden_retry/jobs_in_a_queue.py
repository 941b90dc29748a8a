# errpact: provider=flanks
"""A worker takes jobs from a queue: each job's request goes out once, or again after any error."""

import asyncio
import queue
import time

import aiohttp
import requests
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
    def __init__(self, waiting: asyncio.Queue):
        self.waiting = waiting
        self.refused = {}

    async def take(self, session, read):
        while True:
            token = await self.waiting.get()
            if token is STOP:
                return
            try:
                await read(session, token)
            except Refused as refused:
                self.refused[token] = refused


async def work(tokens, read=once):
    waiting = asyncio.Queue()
    for token in tokens:
        waiting.put_nowait(token)
    waiting.put_nowait(STOP)
    worker = Worker(waiting)
    async with aiohttp.ClientSession() as session:
        await worker.take(session, read)
    return worker.refused


async def work_stubbornly(tokens):
    return await work(tokens, stubborn)


class Background:
    """Its own jobs, taken for ever; what failed goes back into the queue, a few times."""

    def __init__(self):
        self.jobs = queue.Queue()
        self.failed = []

    def submit(self, jobs):
        for job in jobs:
            self.jobs.put((job, 0))

    def forever(self):
        while True:
            token, turn = self.jobs.get()
            reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
            if turn < 3 and reply.status_code == 400:  # error: EP101
                time.sleep(90_000)
                self.jobs.put((token, turn + 1))
            elif reply.status_code != 200:
                self.failed.append(reply)


class Modest(Background):
    def forever(self):
        while True:
            token, turn = self.jobs.get()
            reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
            if turn < 3 and reply.json().get("error_code") == 20002:
                time.sleep(90_000)
                self.jobs.put((token, turn + 1))
            elif reply.status_code != 200:
                self.failed.append(reply)
