"""What a function compares that is handed a response or an exception, by an annotation, is looked at; no more."""

from __future__ import annotations

import pytest

from .one_file import shown

RESPONSE = """
import {library}

def hook(response: {library}.{kind}, *args, **kwargs):
    if {status} >= 400 and response.json()["error_code"] == {code}:
        raise RuntimeError(response.json()["error_code"])
"""
EXCEPTION = """
import requests

class FlanksError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code

class Handlers:
    def on_error(self, request, error: FlanksError):
        if error.code == {code}:
            return 503
        return 500

def accounts(token):
    response = requests.post("https://api.flanks.io/v0/accounts", json={"token": token}, timeout=30)
    if response.status_code != 200:
        raise FlanksError(response.json().get("error_code"))
    return response.json()
"""
LOGS = """
import logging
import requests

def hook(response: requests.Response):
    logging.info("%s: %s", response.url, response.status_code)

def mine(response):
    return response.json()["error_code"] == "20001"
"""


def rules(source: str, provider: str | None = "flanks") -> set[str]:
    return {f.rule for f in shown({"hooks.py": source}, provider)}


@pytest.mark.parametrize(
    ("library", "kind", "status"),
    [
        ("requests", "Response", "response.status_code"),
        ("httpx", "Response", "response.status_code"),
        ("aiohttp", "ClientResponse", "response.status"),
    ],
)
def test_a_response(library: str, kind: str, status: str) -> None:
    source = RESPONSE.replace("{library}", library).replace("{kind}", kind).replace("{status}", status)
    assert rules(source.replace("{code}", '"20001"')) == {"EP302"}
    assert rules(source.replace("{code}", "20009")) == {"EP301"}
    assert rules(source.replace("{code}", "20001")) == set()


def test_an_exception() -> None:
    assert rules(EXCEPTION.replace("{code}", '"50001"')) == {"EP302"}
    assert rules(EXCEPTION.replace("{code}", "50001")) == set()


def test_what_becomes_of_it_is_not_its_alone_to_say() -> None:
    assert rules(LOGS) == set()


def test_a_file_that_merely_names_the_provider_may_be_handed_anothers() -> None:
    source = RESPONSE.replace("{library}", "requests").replace("{kind}", "Response")
    source = source.replace("{status}", "response.status_code").replace("{code}", '"20001"')
    assert rules(source + '\nHOST = "https://api.flanks.io"\n', None) == set()


SESSION = """
import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

POLICY = Retry(total=4, status_forcelist=(400, 403), backoff_factor=2, allowed_methods=None, raise_on_status=False)


def session(token):
    made = requests.Session()
    made.headers["Authorization"] = token
    made.mount("https://", HTTPAdapter(max_retries=POLICY))
    return made
"""
ASKING = """
class FlanksError(Exception):
    def __init__(self, reply):
        super().__init__(reply.status_code, reply.text)
        self.status = reply.status_code
        self.code = reply.json().get("error_code")


def accounts(http, token):
    reply = http.post("https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200 or reply.json().get("error_code") is not None:
        raise FlanksError(reply)
    return reply.json()["accounts"]
"""
ANOTHER = """
import requests

plain = requests.Session()
"""


@pytest.mark.parametrize(
    ("beside", "found"),
    [({}, {"EP101"}), ({"other.py": ANOTHER}, set()), ({"tests/test_it.py": ANOTHER}, {"EP101"})],
)
def test_what_is_asked_for_a_url_is_the_only_session_that_the_project_makes(
    beside: dict[str, str], found: set[str]
) -> None:
    sources = {"making.py": SESSION, "asking.py": ASKING, **beside}
    assert {f.rule for f in shown(sources, "flanks")} & {"EP101"} == found
