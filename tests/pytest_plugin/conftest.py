"""Fixtures for the plugin's tests."""

from __future__ import annotations

from collections.abc import Iterator

# A run in process forgets the modules that it imported; libraries that are imported twice quarrel with themselves.
import httpx  # noqa: F401
import hypothesis.internal.observability  # noqa: F401
import pytest
import requests  # noqa: F401

from errpact.pytest_plugin import collect, manual, report, search, session, strategies  # noqa: F401


@pytest.fixture(autouse=True, scope="session")
def _close_the_server() -> Iterator[None]:
    """Checks that tests make by themselves share a server; pytest's own end would close it too late for some."""
    yield
    session.close()


CLIENT = '''
import requests


class ClientError(Exception):
    def __init__(self, status, body):
        super().__init__(f"HTTP {status}")
        self.status, self.body = status, body


def good(base_url):
    response = requests.post(f"{base_url}/v0/accounts", json={}, timeout=5)
    if response.status_code != 200:
        raise ClientError(response.status_code, response.json())
    return response.json()["accounts"]


def naive(base_url):
    """Errors become an empty list, and what is forbidden is sent again."""
    for _ in range(3):
        response = requests.post(f"{base_url}/v0/accounts", json={}, timeout=5)
        body = response.json()
        if body.get("error_code") != 50002:
            break
    if response.status_code in (401, 500):
        raise ClientError(response.status_code, body)
    return body.get("accounts", [])


async def agood(base_url):
    import httpx
    async with httpx.AsyncClient() as client:
        response = await client.post(f"{base_url}/v0/accounts", json={})
    if response.status_code != 200:
        raise ClientError(response.status_code, response.json())
    return response.json()["accounts"]


SUCCESS = {"accounts": [{"iban": "ES00"}]}
'''
TOML = '[tool.pytest.ini_options]\naddopts = ["-p", "no:asyncio"]\n'


@pytest.fixture
def consumer(pytester: pytest.Pytester) -> pytest.Pytester:
    """A consumer's repository with a client of Flanks: `good`, `naive` and `agood`."""
    pytester.makepyfile(client=CLIENT)
    pytester.makepyprojecttoml(TOML)
    pytester.syspathinsert()
    return pytester
