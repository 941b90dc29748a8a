"""Clients over published retry libraries, as people use them."""

from __future__ import annotations

import uuid
from typing import Any

import aiohttp
import aiohttp_retry
import backoff
import httpx
import httpx_retries
import requests
import stamina
import tenacity
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from .behaviour import STATUSES, WAITS, Behaviour, ZooError, again, outcome, read

Result = list[dict[str, Any]]


class _Paced(Retry):
    """urllib3's Retry with the documented schedule: its own starts without a wait."""

    behaviour = Behaviour()

    def get_backoff_time(self) -> float:
        last = self.history[-1].status if self.history else None
        code = next((c for c, s in STATUSES.items() if s == last), "BUSY")
        return self.behaviour.delay(code, len(self.history))


def _retried(b: Behaviour) -> list[int]:
    return [503, *([400, 403] if b.forbidden else [])]


def _total(b: Behaviour) -> int:
    return min(len(WAITS["BUSY"]) + b.more, 10**6)


def requests_urllib3_retry(url: str, b: Behaviour) -> Result:
    retry = type("Paced", (_Paced,), {"behaviour": b})(
        total=_total(b), status_forcelist=_retried(b), allowed_methods=None, raise_on_status=False
    )
    with requests.Session() as session:
        session.mount("http://", HTTPAdapter(max_retries=retry))
        response = session.post(f"{url}/animals", json={"page": 1}, headers=b.headers("k"), timeout=5)
        try:
            return read(response.status_code, response.json(), b)
        except ZooError as error:
            return outcome(error, b)


def _tenacity(b: Behaviour) -> dict[str, Any]:
    def delay(state: tenacity.RetryCallState) -> float | None:
        error = state.outcome.exception() if state.outcome else None
        return again(error, b, state.attempt_number - 1) if isinstance(error, ZooError) else None

    return {
        "retry": lambda state: delay(state) is not None,
        "wait": lambda state: delay(state) or 0.0,
        "stop": tenacity.stop_never,
        "reraise": True,
    }


def tenacity_requests(url: str, b: Behaviour) -> Result:
    key = uuid.uuid4().hex
    try:
        for attempt in tenacity.Retrying(**_tenacity(b)):
            with attempt:
                response = requests.post(f"{url}/animals", json={}, headers=b.headers(key), timeout=5)
                return read(response.status_code, response.json(), b)
    except ZooError as error:
        return outcome(error, b)
    raise AssertionError("tenacity ended without a result")


async def tenacity_httpx(url: str, b: Behaviour) -> Result:
    key = uuid.uuid4().hex

    @tenacity.retry(**_tenacity(b))
    async def once(client: httpx.AsyncClient) -> Result:
        response = await client.post(f"{url}/animals", json={}, headers=b.headers(key))
        return read(response.status_code, response.json(), b)

    async with httpx.AsyncClient(timeout=5) as client:
        try:
            return await once(client)
        except ZooError as error:
            return outcome(error, b)


class _Pacer:
    """Waits for backoff's `runtime`, which sees the error but not the attempt."""

    def __init__(self, b: Behaviour) -> None:
        self.b = b
        self.resent = 0

    def over(self, error: ZooError) -> bool:
        return again(error, self.b, self.resent) is None

    def wait(self, error: ZooError) -> float:
        delay = again(error, self.b, self.resent) or 0.0
        self.resent += 1
        return delay


def backoff_requests(url: str, b: Behaviour) -> Result:
    key, pacer = uuid.uuid4().hex, _Pacer(b)

    @backoff.on_exception(backoff.runtime, ZooError, value=pacer.wait, giveup=pacer.over, jitter=None)
    def once() -> Result:
        response = requests.post(f"{url}/animals", json={}, headers=b.headers(key), timeout=5)
        return read(response.status_code, response.json(), b)

    try:
        return once()
    except ZooError as error:
        return outcome(error, b)


async def backoff_aiohttp(url: str, b: Behaviour) -> Result:
    key, pacer = uuid.uuid4().hex, _Pacer(b)
    async with aiohttp.ClientSession() as session:

        @backoff.on_exception(backoff.runtime, ZooError, value=pacer.wait, giveup=pacer.over, jitter=None)
        async def once() -> Result:
            async with session.post(f"{url}/animals", json={}, headers=b.headers(key)) as response:
                return read(response.status, await response.json(), b)

        try:
            return await once()
        except ZooError as error:
            return outcome(error, b)


def _hook(b: Behaviour) -> Any:
    pacer = _Pacer(b)

    def hook(error: Exception) -> bool | float:
        if not isinstance(error, ZooError) or pacer.over(error):
            return False
        return pacer.wait(error)

    return hook


def stamina_httpx(url: str, b: Behaviour) -> Result:
    key = uuid.uuid4().hex
    try:
        for attempt in stamina.retry_context(on=_hook(b), attempts=None, timeout=None):
            with attempt:
                response = httpx.post(f"{url}/animals", json={}, headers=b.headers(key), timeout=5)
                return read(response.status_code, response.json(), b)
    except ZooError as error:
        return outcome(error, b)
    raise AssertionError("stamina ended without a result")


async def stamina_aiohttp(url: str, b: Behaviour) -> Result:
    key = uuid.uuid4().hex
    async with aiohttp.ClientSession() as session:
        try:
            async for attempt in stamina.retry_context(on=_hook(b), attempts=None, timeout=None):
                with attempt:
                    async with session.post(f"{url}/animals", json={}, headers=b.headers(key)) as response:
                        return read(response.status, await response.json(), b)
        except ZooError as error:
            return outcome(error, b)
    raise AssertionError("stamina ended without a result")


async def aiohttp_retry_client(url: str, b: Behaviour) -> Result:
    class Options(aiohttp_retry.RetryOptionsBase):
        def get_timeout(self, attempt: int, response: Any = None) -> float:
            code = next((c for c, s in STATUSES.items() if response and s == response.status), "BUSY")
            return b.delay(code, attempt)

    options = Options(attempts=_total(b) + 1, statuses=set(_retried(b)), retry_all_server_errors=False)
    async with (
        aiohttp_retry.RetryClient(retry_options=options) as client,
        client.post(f"{url}/animals", json={}, headers=b.headers("k")) as response,
    ):
        try:
            return read(response.status, await response.json(), b)
        except ZooError as error:
            return outcome(error, b)


def _httpx_retry(b: Behaviour) -> httpx_retries.Retry:
    class Paced(httpx_retries.Retry):
        def backoff_strategy(self) -> float:
            return b.delay("BUSY", self.attempts_made + 1)

    return Paced(total=_total(b), allowed_methods=["POST"], status_forcelist=_retried(b))


def httpx_retries_sync(url: str, b: Behaviour) -> Result:
    with httpx.Client(transport=httpx_retries.RetryTransport(retry=_httpx_retry(b))) as client:
        response = client.post(f"{url}/animals", json={}, headers=b.headers("k"))
        try:
            return read(response.status_code, response.json(), b)
        except ZooError as error:
            return outcome(error, b)


async def httpx_retries_async(url: str, b: Behaviour) -> Result:
    async with httpx.AsyncClient(transport=httpx_retries.RetryTransport(retry=_httpx_retry(b))) as client:
        response = await client.post(f"{url}/animals", json={}, headers=b.headers("k"))
        try:
            return read(response.status_code, response.json(), b)
        except ZooError as error:
            return outcome(error, b)


CLIENTS = (
    requests_urllib3_retry,
    tenacity_requests,
    tenacity_httpx,
    backoff_requests,
    backoff_aiohttp,
    stamina_httpx,
    stamina_aiohttp,
    aiohttp_retry_client,
    httpx_retries_sync,
    httpx_retries_async,
)
SAME_HEADERS = (requests_urllib3_retry, aiohttp_retry_client, httpx_retries_sync, httpx_retries_async)
"""Clients whose library sends the very same request again: a fresh key for each attempt cannot be seeded."""
ON_STATUS = SAME_HEADERS
"""Clients that resend by status, and 503 only."""
