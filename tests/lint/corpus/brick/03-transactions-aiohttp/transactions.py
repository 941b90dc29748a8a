import asyncio
import random
from collections import namedtuple
from contextlib import asynccontextmanager

import aiohttp

Page = namedtuple("Page", "rows next")

AGAIN = frozenset({408, 500, 502, 503, 504})
BASE, FACTOR, RETRIES = 3, 2, 8


class BrickHTTPError(Exception):
    def __init__(self, status, payload):
        self.status = status
        self.payload = payload
        self.code = payload.get("code") or payload.get("error")
        detail = payload.get("detail") or payload.get("error_description") or payload.get("message")
        super().__init__(f"{status} {self.code}: {detail}")


async def _payload(response):
    try:
        return await response.json(content_type=None) or {}
    except ValueError:
        return {"message": await response.text()}


class Transactions:
    def __init__(self, session, base_url):
        self._session = session
        self._base_url = base_url

    async def _request(self, path, **params):
        attempt = 0
        while True:
            async with self._session.get(self._base_url + path, params=params) as response:
                payload = await _payload(response)
            if response.status == 200:
                return payload
            if response.status not in AGAIN or attempt >= RETRIES:
                raise BrickHTTPError(response.status, payload)
            await asyncio.sleep(BASE * FACTOR**attempt + random.random())
            attempt += 1

    async def page(self, account_id, number=1):
        doc = await self._request(f"/accounts/v1/accounts/{account_id}/transactions", page=number)
        more = doc.get("meta", {}).get("totalPages", 1) > number
        return Page(doc["data"], number + 1 if more else None)

    async def iterate(self, account_id):
        number = 1
        while number:
            page = await self.page(account_id, number)
            for row in page.rows:
                yield row
            number = page.next


@asynccontextmanager
async def open_transactions(base_url, token):
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"}) as session:
        yield Transactions(session, base_url)
