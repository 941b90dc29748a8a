"""The models of retry libraries say what the libraries do: hand-written programs against the real thing.

Each program is run for every reply that Flanks documents. Claims must be true, and the linter must be sure of them
(random waits are lower bounds, so they don't make it unsure).
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import pytest

from errpact.pytest_plugin.server import Server

from .outcome_of import PATH, claimed, happened, loaded

HEAD = """
import asyncio
import functools
import itertools
import time

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


class ApiError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


def once(base_url):
    response = requests.post(base_url + "/v0/things", json={}, timeout=5)
    body = response.json()
    if response.status_code != 200:
        raise ApiError(body.get("error_code"))
    return body


def passing(error):
    return isinstance(error, ApiError) and error.code in (20001, 50001)
"""
PROGRAMS = {
    "stamina by class": """
        @stamina.retry(on=ApiError, attempts=3, timeout=None)
        def fetch(base_url):
            return once(base_url)
        """,
    "stamina by predicate": """
        @stamina.retry(on=passing, attempts=4, timeout=None, wait_initial=30.0, wait_max=300.0, wait_jitter=0.0)
        def fetch(base_url):
            return once(base_url)
        """,
    "stamina's context": """
        def fetch(base_url):
            for attempt in stamina.retry_context(on=passing, attempts=3, timeout=None):
                with attempt:
                    return once(base_url)
        """,
    "tenacity's loop": """
        def fetch(base_url):
            for attempt in tenacity.Retrying(
                retry=tenacity.retry_if_exception(passing),
                stop=tenacity.stop_after_attempt(3),
                wait=tenacity.wait_fixed(7),
            ):
                with attempt:
                    return once(base_url)
        """,
    "tenacity's random wait": """
        @tenacity.retry(
            retry=tenacity.retry_if_exception_type(ApiError),
            stop=tenacity.stop_after_attempt(3),
            wait=tenacity.wait_random(min=2, max=9),
        )
        def fetch(base_url):
            return once(base_url)
        """,
    "tenacity's sums": """
        @tenacity.retry(
            retry=tenacity.retry_if_exception(passing) & tenacity.retry_if_not_exception_type(ValueError),
            stop=tenacity.stop_after_attempt(3) | tenacity.stop_after_delay(1000),
            wait=tenacity.wait_fixed(3) + tenacity.wait_random(0, 2),
            reraise=True,
        )
        def fetch(base_url):
            return once(base_url)
        """,
    "tenacity's callback": """
        @tenacity.retry(
            retry=tenacity.retry_if_exception(passing),
            stop=tenacity.stop_after_attempt(2),
            retry_error_callback=lambda state: None,
        )
        def fetch(base_url):
            return once(base_url)
        """,
    "tenacity asynchronous": """
        @tenacity.retry(
            retry=tenacity.retry_if_exception(passing),
            stop=tenacity.stop_after_attempt(3),
            wait=tenacity.wait_fixed(5),
        )
        async def fetch(base_url):
            async with httpx.AsyncClient(verify=False) as client:
                response = await client.post(base_url + "/v0/things", json={})
            if response.status_code != 200:
                raise ApiError(response.json().get("error_code"))
            return response.json()
        """,
    "tenacity's wait by a function": """
        PAUSE = {20001: 60, 50001: 600}


        @tenacity.retry(
            retry=tenacity.retry_if_exception(passing),
            wait=lambda state: PAUSE[state.outcome.exception().code],
            stop=tenacity.stop_after_attempt(3),
            reraise=True,
        )
        def fetch(base_url):
            return once(base_url)
        """,
    "tenacity's wait by a function that knows too few codes": """
        PAUSE = {20001: 60, 50001: 600}


        @tenacity.retry(
            wait=lambda state: PAUSE[state.outcome.exception().code],
            stop=tenacity.stop_after_attempt(1),
            reraise=True,
        )
        def fetch(base_url):
            return once(base_url)
        """,
    "tenacity's predicate that fails": """
        @tenacity.retry(
            retry=tenacity.retry_if_exception(lambda error: {20001: True, 20002: False}[error.code]),
            stop=tenacity.stop_after_attempt(2),
            reraise=True,
        )
        def fetch(base_url):
            return once(base_url)
        """,
    "tenacity's hook that gives up": """
        class TooLate(Exception):
            pass


        def before_sleep(state):
            if state.outcome.exception().code == 50001:
                raise TooLate


        @tenacity.retry(
            retry=tenacity.retry_if_exception(passing),
            wait=tenacity.wait_chain(tenacity.wait_fixed(3), lambda retry_state: 9) + tenacity.wait_fixed(1),
            stop=tenacity.stop_after_attempt(4),
            before_sleep=before_sleep,
            reraise=True,
        )
        def fetch(base_url):
            return once(base_url)
        """,
    "backoff that never counts to a fraction": """
        @backoff.on_exception(backoff.constant, ApiError, interval=5, max_tries=2.5, jitter=None)
        def fetch(base_url):
            return once(base_url)
        """,
    "tenacity's fraction of an attempt": """
        @tenacity.retry(stop=tenacity.stop_after_attempt(1.5), wait=tenacity.wait_fixed(5), reraise=True)
        def fetch(base_url):
            return once(base_url)
        """,
    "backoff by a function of the error": """
        @backoff.on_exception(
            backoff.runtime,
            ApiError,
            value=lambda error: {20001: 60, 50001: 600}[error.code],
            giveup=lambda error: error.code == 40001,
            jitter=None,
            max_tries=2,
        )
        def fetch(base_url):
            return once(base_url)
        """,
    "backoff with jitter": """
        @backoff.on_exception(backoff.expo, ApiError, max_tries=4, giveup=lambda e: not passing(e))
        def fetch(base_url):
            return once(base_url)
        """,
    "backoff fibonacci": """
        @backoff.on_exception(backoff.fibo, ApiError, max_tries=5, jitter=None)
        def fetch(base_url):
            return once(base_url)
        """,
    "backoff that swallows": """
        @backoff.on_exception(backoff.constant, ApiError, interval=4, max_tries=2, jitter=None, raise_on_giveup=False)
        def fetch(base_url):
            return once(base_url)
        """,
    "adapter": """
        def fetch(base_url):
            with requests.Session() as session:
                retry = Retry(
                    total=3, backoff_factor=2, status_forcelist=[500], allowed_methods=["POST"], raise_on_status=False
                )
                session.mount("http://", HTTPAdapter(max_retries=retry))
                response = session.post(base_url + "/v0/things", json={}, timeout=5)
            return response.status_code
        """,
    "adapter that raises": """
        def fetch(base_url):
            with requests.Session() as session:
                retry = Retry(total=2, status_forcelist=[401, 500], allowed_methods=None)
                session.mount("http://", HTTPAdapter(max_retries=retry))
                response = session.post(base_url + "/v0/things", json={}, timeout=5)
            return response.status_code
        """,
    "adapter of another method": """
        def fetch(base_url):
            with requests.Session() as session:
                session.mount("http://", HTTPAdapter(max_retries=Retry(total=2, status_forcelist=[500])))
                response = session.post(base_url + "/v0/things", json={}, timeout=5)
            return response.status_code
        """,
    "adapter of a number": """
        def fetch(base_url):
            with requests.Session() as session:
                session.mount("http://", HTTPAdapter(max_retries=3))
                response = session.post(base_url + "/v0/things", json={}, timeout=5)
            return response.status_code
        """,
    "httpx-retries": """
        def fetch(base_url):
            transport = httpx_retries.RetryTransport(
                retry=httpx_retries.Retry(total=2, backoff_factor=0.5, allowed_methods=["POST"], status_forcelist=[500])
            )
            with httpx.Client(transport=transport) as client:
                return client.post(base_url + "/v0/things", json={}).status_code
        """,
    "aiohttp-retry": """
        async def fetch(base_url):
            options = aiohttp_retry.ExponentialRetry(attempts=3, start_timeout=2.0, statuses={401})
            async with aiohttp_retry.RetryClient(retry_options=options) as client:
                async with client.post(base_url + "/v0/things", json={}) as response:
                    return response.status
        """,
    "a decorator of one's own": """
        def patient(times, seconds):
            def decorate(function):
                @functools.wraps(function)
                def wrapper(*args, **kwargs):
                    for left in reversed(range(times)):
                        try:
                            return function(*args, **kwargs)
                        except ApiError as error:
                            if not left or not passing(error):
                                raise
                            time.sleep(seconds)
                return wrapper
            return decorate


        @patient(3, seconds=11)
        def fetch(base_url):
            return once(base_url)
        """,
    "a loop by itertools.repeat": """
        def fetch(base_url):
            for _ in itertools.repeat(None, 3):
                try:
                    return once(base_url)
                except ApiError as error:
                    if not passing(error):
                        raise
                    time.sleep(5)
            raise TimeoutError
        """,
    "a loop by itertools.islice": """
        def fetch(base_url):
            for delay in itertools.islice(itertools.count(10, 5), 1, 4):
                try:
                    return once(base_url)
                except ApiError as error:
                    if not passing(error):
                        raise
                    time.sleep(delay)
            raise TimeoutError
        """,
    "a loop by itertools.chain": """
        def fetch(base_url):
            for delay in itertools.chain([3, 6], itertools.repeat(9, 2)):
                try:
                    return once(base_url)
                except ApiError as error:
                    if not passing(error):
                        raise
                    time.sleep(delay)
            raise TimeoutError
        """,
    "a loop that counts for ever": """
        def fetch(base_url):
            for turn in itertools.count(1, 2):
                try:
                    return once(base_url)
                except ApiError as error:
                    if not passing(error):
                        raise
                    time.sleep(turn)
        """,
    "layers": """
        @backoff.on_exception(backoff.constant, ApiError, interval=5, max_tries=2, jitter=None)
        @tenacity.retry(stop=tenacity.stop_after_attempt(2), wait=tenacity.wait_fixed(1), reraise=True)
        def fetch(base_url):
            return once(base_url)
        """,
}


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_model_says_what_the_library_does(name: str, server: Server) -> None:
    source = HEAD + "\n\n" + textwrap.dedent(PROGRAMS[name])
    claims = claimed({PATH: source}, "flanks")
    assert claims.complete
    wrong = []
    with loaded({PATH: source}) as module:
        for number, fates in enumerate(claims.fates):
            reply = claims.domain.replies[number]
            if reply.root is None:
                continue  # off the contract: the other differential test has those
            real = happened(module, server, reply, "flanks")
            if len(fates) != 1 or not fates[0][0] or not fates[0][1].says(real):
                wrong.append(f"{reply.point.label}: claimed {fates}, happened {real}")
    assert wrong == []
