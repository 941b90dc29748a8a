"""Async clients: by `check` in a loop of ours, by `acheck` on the test's own loop (pytest-asyncio, anyio)."""

from __future__ import annotations

import pytest

COROUTINE = """
import asyncio, httpx, pytest
from client import SUCCESS, agood

@pytest.mark.errpact("flanks", codes=[20002, 50002])
def test_accounts(errpact_case):
    errpact_case.check(agood, success=SUCCESS)
"""

ASYNCIO = """
import asyncio, aiohttp, pytest, pytest_asyncio
from client import SUCCESS, ClientError, agood

@pytest_asyncio.fixture
async def session():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5)) as session:
        yield session

async def fetch(session, url):
    for attempt in range(3):
        async with session.post(url, json={}) as response:
            body = await response.json()
            if response.status == 200:
                return body["accounts"]
        if body.get("error_code") not in (20001, 20002):
            break
        await asyncio.sleep(3600)
    raise ClientError(response.status, body)

@pytest.mark.asyncio
@pytest.mark.errpact("flanks")
async def test_on_the_tests_own_loop(errpact_case, session):
    record = await errpact_case.acheck(lambda base_url: fetch(session, base_url), success=SUCCESS)
    if errpact_case.id == "flanks:main:400/20001":
        assert record.requests == (2, 3)
        assert all(3600 <= wait < 3610 for wait in record.waits)

@pytest.mark.asyncio
@pytest.mark.errpact("flanks", codes=[50002])
async def test_a_heartbeat_on_the_loop(errpact_case, session):
    async def beat():
        while True:
            await asyncio.sleep(1)
    task = asyncio.create_task(beat())
    try:
        await errpact_case.acheck(lambda base_url: fetch(session, base_url), success=SUCCESS)
    finally:
        task.cancel()

@pytest.mark.asyncio
@pytest.mark.errpact("flanks", codes=[50002])
async def test_a_failure(errpact_case, session):
    async def swallow(base_url):
        try:
            return await fetch(session, base_url)
        except ClientError:
            return []
    await errpact_case.acheck(swallow, success=SUCCESS)

@pytest.mark.asyncio
@pytest.mark.errpact("flanks", codes=[50002])
async def test_endless(errpact_case, session):
    async def forever(base_url):
        while True:
            try:
                return await fetch(session, base_url)
            except Exception:
                await asyncio.sleep(1)
    await errpact_case.acheck(forever, success=SUCCESS)

@pytest.mark.asyncio
@pytest.mark.errpact("flanks", codes=[50002])
async def test_check_in_a_loop(errpact_case):
    errpact_case.check(agood, success=SUCCESS)
"""

ANYIO = """
import httpx, pytest
from client import SUCCESS, agood

@pytest.fixture
def anyio_backend():
    return "asyncio"

@pytest.mark.anyio
@pytest.mark.errpact("flanks", codes=[20002, 50002])
async def test_accounts(errpact_case):
    await errpact_case.acheck(agood, success=SUCCESS)
"""


def test_a_coroutine_runs_in_a_loop_of_ours(consumer: pytest.Pytester) -> None:
    consumer.makepyfile(test_contract=COROUTINE)
    consumer.runpytest("-p", "no:asyncio").assert_outcomes(passed=2)


def test_pytest_asyncio(consumer: pytest.Pytester) -> None:
    consumer.makepyprojecttoml(
        '[tool.pytest.ini_options]\nasyncio_default_fixture_loop_scope = "function"\nfilterwarnings = ["error"]\n'
    )
    consumer.makepyfile(test_contract=ASYNCIO)
    result = consumer.runpytest_subprocess()
    result.assert_outcomes(passed=24 + 1, failed=3)
    result.stdout.fnmatch_lines(
        [
            "recognise: the call returned an empty list, just as it does for success",
            "attempts: the client does not give up: stopped after 200 requests",
            "check() cannot run inside an event loop; write `await errpact_case.acheck(call)` instead",
        ]
    )
    assert "Traceback" not in result.stdout.str()


def test_anyio(consumer: pytest.Pytester) -> None:
    consumer.makepyfile(test_contract=ANYIO)
    consumer.runpytest_subprocess("-p", "no:asyncio").assert_outcomes(passed=2)


def test_without_a_loop_acheck_says_so(consumer: pytest.Pytester) -> None:
    source = """
    import pytest
    from client import SUCCESS, agood

    @pytest.mark.errpact("flanks", codes=[50002])
    def test_it(errpact_case):
        with pytest.raises(StopIteration):
            errpact_case.acheck(agood, success=SUCCESS).send(None)
    """
    consumer.makepyfile(test_contract=source)
    result = consumer.runpytest("-p", "no:asyncio")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*acheck() needs a running asyncio loop*"])
