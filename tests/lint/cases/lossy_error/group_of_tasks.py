# errpact: provider=flanks
"""What tasks raise is raised where their group ends: without the code here, with it there, or dealt with one by one."""

import asyncio

import aiohttp
import anyio

KINDS = ("accounts", "cards", "loans")


class Failed(Exception):
    pass


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"Flanks answered {status}")
        self.body = body
        self.code = body.get("error_code")


async def bare(session, kind, token):
    async with session.post(f"http://localhost:8080/v0/bank/{kind}", json={"token": token}) as reply:
        if reply.status != 200:
            raise Failed(kind)  # error: EP203
        return await reply.json()


async def told(session, kind, token):
    async with session.post(f"http://localhost:8080/v0/bank/{kind}", json={"token": token}) as reply:
        body = await reply.json()
        if reply.status != 200:
            raise FlanksError(reply.status, body)
        return body


async def all_bare(token):
    async with aiohttp.ClientSession() as session:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(bare(session, kind, token)) for kind in KINDS]
        return [task.result() for task in tasks]


async def all_told(token):
    async with aiohttp.ClientSession() as session:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(told(session, kind, token)) for kind in KINDS]
        return [task.result() for task in tasks]


async def handed_over(token):
    found = {}

    async def one(session, kind):
        found[kind] = await told(session, kind, token)

    async with aiohttp.ClientSession() as session, anyio.create_task_group() as group:
        for kind in KINDS:
            group.start_soon(one, session, kind)
    return found


async def one_by_one(token, report):
    found, failed = {}, {}

    async def one(session, kind):
        found[kind] = await told(session, kind, token)

    try:
        async with aiohttp.ClientSession() as session, asyncio.TaskGroup() as group:
            for kind in KINDS:
                group.create_task(one(session, kind))
    except* FlanksError as several:
        for error in several.exceptions:
            failed[error.code] = error
    return found, failed
