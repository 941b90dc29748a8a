# errpact: provider=brick
"""A worker takes records of a known class out of a queue, and puts those back that were refused, with a count."""

import asyncio
from dataclasses import dataclass, replace

import httpx

URL = "http://localhost:8080/payments/v1/pix"


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(f"Brick answered {status}")
        self.status = status
        self.body = body


@dataclass(frozen=True)
class Payment:
    consent: str
    amount: str
    sent: int = 1


async def send(http, payment):
    body = {"consentId": payment.consent, "amount": payment.amount}
    response = await http.post(URL, json=body, headers={"x-idempotency-key": payment.consent})
    if response.status_code >= 300:
        raise Refused(response.status_code, response.json())
    return response.json()


class Often:
    def __init__(self, done):
        self.queue: asyncio.Queue[Payment] = asyncio.Queue()
        self.done = done

    async def work(self, http: httpx.AsyncClient):
        while True:
            payment = await self.queue.get()
            try:
                self.done(await send(http, payment))
            except Refused as refused:
                if refused.status // 10 != 50 or payment.sent >= 9:  # error: EP103
                    self.done(refused)
                    continue
                await asyncio.sleep(3 * 2 ** (payment.sent - 1))  # the pauses are right
                await self.queue.put(replace(payment, sent=payment.sent + 1))


class FiveTimes:
    def __init__(self, done):
        self.queue: asyncio.Queue[Payment] = asyncio.Queue()
        self.done = done

    async def work(self, http: httpx.AsyncClient):
        while True:
            payment = await self.queue.get()
            try:
                self.done(await send(http, payment))
            except Refused as refused:
                if refused.status // 10 != 50 or payment.sent >= 6:
                    self.done(refused)
                    continue
                await asyncio.sleep(3 * 2 ** (payment.sent - 1))
                await self.queue.put(replace(payment, sent=payment.sent + 1))


class EachOnce:
    def __init__(self, done):
        self.queue: asyncio.Queue[Payment] = asyncio.Queue()
        self.done = done

    async def work(self, http: httpx.AsyncClient):
        while True:
            try:
                self.done(await send(http, await self.queue.get()))
            except Refused as refused:
                self.done(refused)
