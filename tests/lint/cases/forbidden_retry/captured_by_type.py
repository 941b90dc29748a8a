# errpact: provider=khipu
"""What a pattern captures by its type alone is no choice among the codes: paths don't part at it."""

import asyncio
from dataclasses import dataclass

import aiohttp


@dataclass
class Problem:
    code: str
    kind: str


@dataclass
class Answer:
    data: object = None
    problem: Problem | None = None


def read(doc):
    match doc:
        case {"Status": "OK", "Data": data}:
            return Answer(data)
        case {"Error": {"Code": str(code), "Type": str(kind)}}:
            return Answer(problem=Problem(code, kind))
    return Answer(problem=Problem("", ""))


async def ask(session, bank):
    async with session.post(f"http://localhost:8080/v1/cl/banks/{bank}/balances", json={}) as reply:
        return read(await reply.json())


async def blind(bank):
    async with aiohttp.ClientSession() as session:
        for left in reversed(range(4)):
            match answer := await ask(session, bank):
                case Answer(problem=None):
                    return answer
                case Answer(problem=Problem(kind=str(kind))) if left:  # error: EP101
                    await asyncio.sleep(5 * 3600)
        return answer, kind


async def seeing(bank):
    async with aiohttp.ClientSession() as session:
        for left in reversed(range(4)):
            match answer := await ask(session, bank):
                case Answer(problem=Problem(kind="RETRY_IMMEDIATELY")) if left:
                    await asyncio.sleep(2)
                case _:
                    return answer
