"""Whose address an unlisted host is, where a page names none."""

from __future__ import annotations

import pytest

from .one_file import shown

BASE = """
import requests

class Base:
    def __init__(self, url):
        self.url = url

    def get(self, path):
        for _ in range(9):
            answer = requests.get(self.url + path, timeout=30)
            if answer.status_code == 200:
                return answer.json()
        raise OSError(answer.text)
"""
RATES = """
from base import Base

class {name}(Base):
    def __init__(self, url="https://api.cambio.example.org"):
        super().__init__(url)

    def today(self):
        return self.get("/rates")
"""
BRICK = """
from base import Base

class BrickAccounts(Base):
    def __init__(self, url):
        super().__init__(url)

    def names(self):
        return {call}
"""


def test_the_only_host_is_not_that_of_code_that_never_speaks_of_the_provider() -> None:
    sources = {"base.py": BASE, "rates.py": RATES.format(name="Rates"), "accounts.py": BRICK.format(call="['Brick']")}
    assert shown(sources, "brick") == ()


@pytest.mark.parametrize("name", ["BrickRates", "Rates"])
def test_the_only_host_may_be_that_of_code_that_does_or_of_anyone_if_none_does(name: str) -> None:
    sources = {"base.py": BASE, "rates.py": RATES.format(name=name)}
    assert {"EP101"} <= {f.rule for f in shown(sources, "brick")}


def test_code_that_speaks_of_the_provider_may_ask_at_a_host_that_the_settings_say() -> None:
    asking = BRICK.replace("def __init__(self, url):", "def __init__(self, url=URL):").format(call="self.get('/v1')")
    sources = {"base.py": BASE, "settings.py": "URL = 'https://api.itp.example.org'\n"}
    sources["accounts.py"] = "from settings import URL\n" + asking
    assert {"EP101"} <= {f.rule for f in shown(sources, "brick")}


PING = """
import requests

def alive(url):
    return requests.get(url, timeout=1).ok
"""


@pytest.mark.parametrize(("name", "fires"), [("BrickRates", True), ("Rates", False)])
def test_beside_another_file_that_asks_the_only_host_is_that_of_code_that_speaks_of_the_provider(
    name: str, fires: bool
) -> None:
    sources = {"base.py": BASE, "rates.py": RATES.format(name=name), "ping.py": PING}
    assert ({"EP101"} <= {f.rule for f in shown(sources, "brick")}) is fires


def test_beside_another_file_that_names_a_host_of_its_own_an_unlisted_one_is_nobodys() -> None:
    ping = PING.replace("get(url", "get('https://status.example.net'")
    sources = {"base.py": BASE, "rates.py": RATES.format(name="BrickRates"), "ping.py": ping}
    assert shown(sources, "brick") == ()


ASKING = """
import os
import requests

PROVIDER = "https://api.flanks.io"

def rate(url, currency):
    for _ in range(4):
        answer = requests.get({address}, timeout=5)
        if answer.ok:
            return answer.json()["value"]
    raise OSError(currency)

def main(currency):
    return rate(os.environ["{setting}"], currency)
"""


@pytest.mark.parametrize(
    "address",
    [
        'f"{url}/rates/{currency}"',
        'url + "/rates/" + currency',
        '"%s/rates/%s" % (url, currency)',
        '"{}/rates/{}".format(url, currency)',
        '"{0}/rates/{1}".format(url, currency)',
        '"{base}/rates/{name}".format(name=currency, base=url)',
    ],
)
def test_whose_an_address_is_may_be_said_by_what_it_begins_with(address: str) -> None:
    for setting, found in (("RATES_URL", False), ("FLANKS_URL", True)):
        source = ASKING.replace("{address}", address).replace("{setting}", setting)
        assert ("EP101" in {f.rule for f in shown({"client.py": source}, "flanks")}) is found
