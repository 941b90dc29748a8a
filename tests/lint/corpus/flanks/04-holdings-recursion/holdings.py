import time
from enum import Enum

import aiohttp
import asyncio


class FlanksCode(int, Enum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION = 40001
    BANK = 50001
    CREDENTIALS = 50002
    SCA_REQUIRED = 50003


class HoldingsError(Exception):
    def __init__(self, http_status, error, error_code=None):
        super().__init__(f"HTTP {http_status}, code {error_code}: {error}")
        self.http_status = http_status
        self.error = error
        self.error_code = error_code


def minutes(n):
    return n * 60


WAITS = {
    FlanksCode.PROCESSING: minutes(1),
    FlanksCode.SCA_ERROR: minutes(10),
    FlanksCode.BANK: minutes(45),
    FlanksCode.CREDENTIALS: minutes(1),
}


class HoldingsClient:
    def __init__(self, base_url, bearer, sleep=asyncio.sleep):
        self.base_url = base_url
        self.headers = {"Authorization": "Bearer " + bearer}
        self.sleep = sleep

    async def holdings(self, credentials_token, *, left=4):
        started = time.monotonic()
        async with aiohttp.ClientSession(headers=self.headers) as session:
            async with session.post(
                f"{self.base_url}/v0/bank/holdings", json={"credentials_token": credentials_token}
            ) as response:
                body = await response.json(content_type=None)
                status = response.status
        if status == 200:
            return {"rows": body, "took": time.monotonic() - started}

        error_code = body.get("error_code")
        wait = WAITS.get(error_code)
        if wait is None or left == 0:
            raise HoldingsError(status, body.get("error") or body.get("message"), error_code)
        await self.sleep(wait)
        return await self.holdings(credentials_token, left=left - 1)
