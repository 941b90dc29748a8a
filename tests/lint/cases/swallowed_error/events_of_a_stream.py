# errpact: provider=flanks
"""What a stream of events says is its result: one with the code tells it, also inside of JSON; one for all does not."""

import json

import aiohttp

URL = "https://api.flanks.io/v0/bank/credentials/account"


class FlanksFault(Exception):
    def __init__(self, status, code):
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code


class CustomerMustAct(FlanksFault):
    pass


def fault_for(status, code):
    return (CustomerMustAct if code in (50002, 50003) else FlanksFault)(status, code)


def event(kind, **data):
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n"


async def accounts(session: aiohttp.ClientSession, token):
    async with session.post(URL, json={"credentials_token": token}) as reply:
        body = await reply.json(content_type=None)
        if reply.status != 200 or body.get("error_code") is not None:
            raise fault_for(reply.status, body.get("error_code"))
    return body["accounts"]


async def told(session, token):
    try:
        yield event("ready", accounts=len(await accounts(session, token)))
    except CustomerMustAct as exc:
        yield event("action", code=exc.code)
    except FlanksFault as exc:
        yield event("fault", status=exc.status, code=exc.code)


async def not_told(session, token):
    try:
        yield event("ready", accounts=len(await accounts(session, token)))
    except CustomerMustAct as exc:
        yield event("action", code=exc.code)
    except FlanksFault:  # error: EP204
        yield event("ready", accounts=0)
