# errpact: provider=flanks
"""`except*` gives a group: what is in it may be kept, or be lost like any other error."""

import asyncio

import httpx

URL = "http://localhost:8080/v0/bank/account"


class FlanksError(Exception):
    def __init__(self, status, code):
        super().__init__(status, code)
        self.status = status
        self.code = code


class Deferred:
    def __init__(self, reasons):
        self.reasons = reasons


async def accounts(http: httpx.AsyncClient, token):
    response = await http.post(URL, json={"credentials_token": token})
    if response.status_code != 200:
        raise FlanksError(response.status_code, response.json().get("error_code"))
    return response.json()["accounts"]


async def kept(http: httpx.AsyncClient, token):
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(accounts(http, token))
        return task.result()
    except* FlanksError as failed:
        reasons = [error.code for error in failed.exceptions if isinstance(error, FlanksError)]
    return Deferred(reasons)


async def lost(http: httpx.AsyncClient, token):
    try:
        return await accounts(http, token)
    except* FlanksError:  # error: EP204
        found = []
    return found
