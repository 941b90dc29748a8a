"""Clients with loops of their own: sync, async, threads, every way to sleep."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import http.client
import json
import threading
import time
import urllib.error
import urllib.request
import uuid
from collections.abc import Callable
from time import sleep as bare_sleep
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import httpx
import requests
import trio
import urllib3
import uvloop

from .behaviour import Behaviour, ZooError, again, outcome, read

Result = list[dict[str, Any]]
Send = Callable[[str, dict[str, str]], tuple[int, Any]]
HTTP = urllib3.PoolManager(retries=False)


def _loop(send: Send, pause: Callable[[float], object], url: str, b: Behaviour) -> Result:
    key, resent = uuid.uuid4().hex, 0
    while True:
        try:
            return read(*send(url, b.headers(key)), b)
        except ZooError as error:
            delay = again(error, b, resent)
            if delay is None:
                return outcome(error, b)
        resent += 1
        pause(delay)


def _requests(url: str, headers: dict[str, str]) -> tuple[int, Any]:
    response = requests.post(f"{url}/animals", json={"page": 1}, headers=headers, timeout=5)
    return response.status_code, response.json()


def _urllib3(url: str, headers: dict[str, str]) -> tuple[int, Any]:
    response = HTTP.request("POST", f"{url}/animals", body=b"{}", headers=headers)
    return response.status, json.loads(response.data)


def _httpx(url: str, headers: dict[str, str]) -> tuple[int, Any]:
    response = httpx.post(f"{url}/animals", json={"page": 1}, headers=headers, timeout=5)
    return response.status_code, response.json()


def _urllib(url: str, headers: dict[str, str]) -> tuple[int, Any]:
    target = f"{url}/animals"
    request = urllib.request.Request(target, data=b"{}", headers=headers, method="POST")  # noqa: S310  # loopback
    try:
        with urllib.request.urlopen(request, timeout=5) as response:  # noqa: S310 - our own server
            return response.status, json.load(response)
    except urllib.error.HTTPError as error:
        with error:
            return error.code, json.load(error)


def _http_client(url: str, headers: dict[str, str]) -> tuple[int, Any]:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=5)
    try:
        connection.request("POST", "/animals", b"{}", headers)
        response = connection.getresponse()
        return response.status, json.loads(response.read())
    finally:
        connection.close()


def _poll_clock(seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(max(0.5, seconds / 8))


def requests_time_sleep(url: str, b: Behaviour) -> Result:
    return _loop(_requests, time.sleep, url, b)


def urllib3_bare_sleep(url: str, b: Behaviour) -> Result:
    return _loop(_urllib3, bare_sleep, url, b)


def urllib_event_wait(url: str, b: Behaviour) -> Result:
    return _loop(_urllib, threading.Event().wait, url, b)


def http_client_polls_the_clock(url: str, b: Behaviour) -> Result:
    return _loop(_http_client, _poll_clock, url, b)


def httpx_in_a_thread(url: str, b: Behaviour) -> Result:
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        return pool.submit(_loop, _httpx, time.sleep, url, b).result(timeout=20)


async def _aloop(url: str, b: Behaviour, pause: Callable[[float], Any]) -> Result:
    key, resent = uuid.uuid4().hex, 0
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        while True:
            try:
                async with session.post(f"{url}/animals", json={"page": 1}, headers=b.headers(key)) as response:
                    return read(response.status, await response.json(), b)
            except ZooError as error:
                delay = again(error, b, resent)
                if delay is None:
                    return outcome(error, b)
            resent += 1
            await pause(delay)


async def aiohttp_asyncio_sleep(url: str, b: Behaviour) -> Result:
    return await _aloop(url, b, asyncio.sleep)


async def aiohttp_with_a_heartbeat(url: str, b: Behaviour) -> Result:
    """A background task wakes up all the time while the client waits."""

    async def beat() -> None:
        while True:
            await asyncio.sleep(5)

    task = asyncio.create_task(beat())
    try:
        return await _aloop(url, b, asyncio.sleep)
    finally:
        task.cancel()


async def aiohttp_wait_for(url: str, b: Behaviour) -> Result:
    """An interruptible wait."""
    stop = asyncio.Event()

    async def pause(seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), seconds)

    return await _aloop(url, b, pause)


async def _httpx_loop(url: str, b: Behaviour, pause: Callable[[float], Any]) -> Result:
    key, resent = uuid.uuid4().hex, 0
    async with httpx.AsyncClient(timeout=5) as client:
        while True:
            try:
                response = await client.post(f"{url}/animals", json={"page": 1}, headers=b.headers(key))
                return read(response.status_code, response.json(), b)
            except ZooError as error:
                delay = again(error, b, resent)
                if delay is None:
                    return outcome(error, b)
            resent += 1
            await pause(delay)


async def httpx_call_later(url: str, b: Behaviour) -> Result:
    async def pause(seconds: float) -> None:
        loop = asyncio.get_running_loop()
        done = loop.create_future()
        loop.call_later(seconds, done.set_result, None)
        await done

    return await _httpx_loop(url, b, pause)


def httpx_on_trio(url: str, b: Behaviour) -> Result:
    return trio.run(_httpx_loop, url, b, trio.sleep)


def aiohttp_on_uvloop(url: str, b: Behaviour) -> Result:
    return uvloop.run(_aloop(url, b, asyncio.sleep))


CLIENTS = (
    requests_time_sleep,
    urllib3_bare_sleep,
    urllib_event_wait,
    http_client_polls_the_clock,
    httpx_in_a_thread,
    aiohttp_asyncio_sleep,
    aiohttp_with_a_heartbeat,
    aiohttp_wait_for,
    httpx_call_later,
    httpx_on_trio,
    aiohttp_on_uvloop,
)
