# errpact: provider=klavi
"""What a middleware of aiohttp's asks again: what may be asked again, or whatever came."""

import asyncio

import aiohttp

URL = "https://api.klavi.ai/data/v1/links/{}/report"


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(f"{body.get('code')}: {body.get('message')}")
        self.code = body.get("code")
        self.body = body


async def stubborn(request, handler):
    for _ in range(3):
        response = await handler(request)
        if (await response.json()).get("code") == 200:  # error: EP101
            return response
        await asyncio.sleep(5)  # error: EP102
    return response


async def careful(request, handler):
    response = await handler(request)
    for _ in range(2):
        if (await response.json()).get("code") not in (500, 503):
            break
        await asyncio.sleep(5)
        response = await handler(request)
    return response


class Signed:
    def __init__(self, token):
        self.token = token

    async def __call__(self, request, handler):
        request.headers["Authorization"] = f"Bearer {self.token}"
        return await handler(request)


async def _report(session, link):
    async with session.post(URL.format(link)) as response:
        body = await response.json()
    if body.get("code") != 200:
        raise KlaviError(body)
    return body["data"]


async def report_stubbornly(link, token):
    async with aiohttp.ClientSession(middlewares=(Signed(token), stubborn)) as session:
        return await _report(session, link)


async def report_carefully(link, token):
    async with aiohttp.ClientSession(middlewares=(Signed(token), careful)) as session:
        return await _report(session, link)


async def report_once(link, token):
    async with aiohttp.ClientSession(middlewares=(Signed(token),)) as session:
        return await _report(session, link)
