"""Link many bank logins at once and say, for each, what has to happen next."""
import asyncio
import random
from datetime import datetime, timedelta, timezone
from enum import Enum, auto
from typing import Any, Awaitable, Callable, NamedTuple, Optional

import aiohttp


class Step(Enum):
    DONE = auto()
    ASK_MFA = auto()
    FIX_LOGIN = auto()
    CALL_BANK = auto()
    NO_ACCOUNT = auto()
    TRY_LATER = auto()
    REFUSED = auto()


class Verdict(NamedTuple):
    step: Step
    http_code: str
    error_code: str
    text: str = ""
    not_before: Optional[datetime] = None
    body: Any = None


def judge(status: int, body: dict) -> Verdict:
    http = str(body.get("http_code", status))
    code = str(body.get("error_code", ""))
    text = (body.get("error") or {}).get("en", "")
    match (http, code):
        case ("200", "0"):
            return Verdict(Step.DONE, http, code, body=body)
        case ("202", _) | (_, "10"):
            return Verdict(Step.ASK_MFA, http, code, body=body)
        case ("400", "200") | ("401", "110"):
            return Verdict(Step.FIX_LOGIN, http, code, text)
        case ("402", "500"):
            return Verdict(Step.CALL_BANK, http, code, text)
        case ("402", "460"):
            return Verdict(Step.NO_ACCOUNT, http, code, text)
        case (h, c) if h in ("500", "503") and c in ("500", "503"):
            soon = datetime.now(timezone.utc) + timedelta(minutes=20)
            return Verdict(Step.TRY_LATER, http, code, text, soon)
        case _:
            return Verdict(Step.REFUSED, http, code, text, body=body)


async def paced(send: Callable[[], Awaitable[tuple]], rounds: int = 5) -> Verdict:
    """Slow down for as long as the API says we are too quick."""
    pause = 1.0
    for left in range(rounds, 0, -1):
        status, body = await send()
        verdict = judge(status, body)
        if verdict.error_code != "429" or left == 1:
            return verdict
        await asyncio.sleep(pause + random.random())
        pause *= 2
    raise AssertionError("unreachable")


class Linker:
    def __init__(self, session: aiohttp.ClientSession, base_url: str = "https://api.synapsefi.com/v3.1",
                 width: int = 4) -> None:
        self.session = session
        self.base_url = base_url
        self.gate = asyncio.Semaphore(width)

    async def _post(self, user: str, payload: dict) -> tuple:
        async with self.session.post(f"{self.base_url}/users/{user}/nodes", json=payload) as resp:
            return resp.status, await resp.json(content_type=None)

    async def link(self, user: str, bank: str, login: str, password: str) -> Verdict:
        payload = {"type": "ACH-US", "info": {"bank_id": login, "bank_pw": password, "bank_name": bank}}
        async with self.gate:
            return await paced(lambda: self._post(user, payload))

    async def link_all(self, logins: list) -> list:
        return list(await asyncio.gather(*(self.link(*login) for login in logins)))
