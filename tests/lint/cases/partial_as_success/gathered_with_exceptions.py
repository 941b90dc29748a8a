# errpact: provider=klavi
"""What `gather` collects is an exception or what a coroutine returned: data of a body is no exception."""

import asyncio

import httpx

URL = "https://api.klavi.ai/data/v1/links/{}/report"


class KlaviError(Exception):
    def __init__(self, body):
        super().__init__(f"{body['code']}: {body.get('message')}")
        self.code = body["code"]


class Partial(KlaviError):
    """Some data is missing."""


async def any_of_them(http, link):
    body = (await http.get(URL.format(link))).json()
    if body["code"] // 100 != 2:  # error: EP202
        raise KlaviError(body)
    return body["data"]


async def complete_ones(http, link):
    body = (await http.get(URL.format(link))).json()
    if body["code"] == 200:
        return body["data"]
    raise (Partial if body["code"] // 100 == 2 else KlaviError)(body)


async def accounts(links):
    async with httpx.AsyncClient() as http:
        answers = await asyncio.gather(*(any_of_them(http, link) for link in links), return_exceptions=True)
    total = 0
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
        total += len(answer["accounts"])
    return total


async def accounts_of_complete_ones(links):
    async with httpx.AsyncClient() as http:
        answers = await asyncio.gather(*(complete_ones(http, link) for link in links), return_exceptions=True)
    total = 0
    for answer in answers:
        if isinstance(answer, (KlaviError, httpx.HTTPError)):
            raise answer
        total += len(answer["accounts"])
    return total
