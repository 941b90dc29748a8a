"""Only what can reach a file that knows a provider is followed; which that is, is told by names."""

from __future__ import annotations

import libcst as cst
import pytest

from errpact.contracts.settings import Settings
from errpact.lint.binding import Binder
from errpact.lint.flow.interp import Interp
from errpact.lint.lower import lower
from errpact.lint.models.library import Models
from errpact.lint.reach import Reach
from errpact.lint.roots import find_roots

from .one_file import ROOT, analysed, contracts

CLIENT = 'import requests\n\n\ndef accounts():\n    return requests.get("https://api.flanks.io/v0/x").json()\n'
"""client.py in all of these: a file that knows a provider; bank.py hands on what it has."""
REACHING = {
    "a call": "from bank import accounts\ndef ask():\n    return accounts()",
    "another name": "from bank import accounts as fetch\ndef ask():\n    return fetch()",
    "a module's attribute": "import bank\ndef ask():\n    return bank.accounts()",
    "a helper between": (
        "from bank import accounts\ndef _once():\n    return accounts()\ndef ask():\n    return _once()"
    ),
    "a table": "from bank import accounts\nTABLE = {'a': accounts}\ndef ask(kind):\n    return TABLE[kind]()",
    "a table that is filled": (
        "import bank\nTABLE = {}\nTABLE['a'] = bank.accounts\ndef ask():\n    return TABLE['a']()"
    ),
    "a registration": (
        "import bank\nJOBS = []\nJOBS.append(bank.accounts)\ndef ask():\n    return [j() for j in JOBS]"
    ),
    "a decorator that registers": (
        "import bank\nJOBS = []\ndef job(f):\n    JOBS.append(f)\n    return f\n"
        "@job\ndef nightly():\n    return bank.accounts()\ndef ask():\n    return [j() for j in JOBS]"
    ),
    "a registry that decorates": (
        "import bank\nclass Jobs:\n    def add(self, f):\n        self.kept = [*self.kept, f]\nJOBS = Jobs()\n"
        "@JOBS.add\ndef nightly():\n    return bank.accounts()\ndef ask():\n    return JOBS.run()"
    ),
    "an attribute": (
        "import bank\nclass Bank:\n    def __init__(self):\n        self.fetch = bank.accounts\n"
        "def ask(bank):\n    return bank.fetch()"
    ),
    "an argument that is kept": (
        "import bank\nclass Bank:\n    def __init__(self, fetch):\n        self.source = fetch\n"
        "BANK = Bank(bank.accounts)\ndef ask():\n    return BANK.source()"
    ),
    "a method of an object that is given a callable": (
        "import bank\nclass Base:\n    def __init__(self, fetch):\n        self._fetch = fetch\nclass Service(Base):\n"
        "    def more(self):\n        return 1\ndef make():\n    return Service(bank.accounts)\n"
        "def ask(service):\n    return service._fetch()"
    ),
    "a class named as text": (
        "import bank\nclass Bank:\n    def all(self):\n        return bank.accounts()\n"
        "def ask(bank: 'Bank'):\n    return list(bank)"
    ),
    "a subclass that its base knows": (
        "import bank\nclass Base:\n    pass\nclass Bank(Base):\n"
        "    def all(self):\n        return bank.accounts()\n"
        "def ask():\n    return [c().all() for c in Base.__subclasses__()]"
    ),
    "a name in words": "import bank\ndef ask():\n    return getattr(bank, 'accounts')()",
    "a name that is put together": "import bank\ndef ask(what):\n    return getattr(bank, 'acc' + what)()",
    "a callable that is tried": (
        "def ask(job):\n    try:\n        return job()\n    except ValueError:\n        return None"
    ),
    "a comment": "# errpact: provider=khipu\ndef ask(session, url):\n    return session.get(url).json()",
}
APART = {
    "a word alike": "def ask(account):\n    return account + 1",
    "another use of a shared helper": (
        "import bank\ndef clean(x):\n    return x\ndef fetch():\n    return clean(bank.accounts())\n"
        "def ask(x):\n    return clean(x)"
    ),
    "a decorator of a library": (
        "import functools, bank\n@functools.cache\ndef fetch():\n    return bank.accounts()\n"
        "@functools.cache\ndef ask(x):\n    return x"
    ),
    "a text alike": "def ask():\n    return 'accounts'",
}


def possible(other: str) -> set[str]:
    """The entry points that may reach client.py."""
    bank = b"from client import accounts\n"
    sources = {"client.py": CLIENT.encode(), "bank.py": bank, "other.py": f"{other}\n".encode()}
    modules = {path: lower(cst.parse_module(data)) for path, data in sources.items()}
    binder = Binder(modules, sources, Settings(root=ROOT), contracts(), "integer", ())
    reach = Reach(modules, binder.informed)
    return {root.name for root in find_roots(Interp(modules, binder, Models())) if reach.possible(root)}


@pytest.mark.parametrize("source", REACHING.values(), ids=REACHING)
def test_what_may_reach_a_client_is_followed(source: str) -> None:
    assert {"ask", "accounts"} <= possible(source)


@pytest.mark.parametrize("source", APART.values(), ids=APART)
def test_what_only_looks_like_it_is_not(source: str) -> None:
    found = possible(source)
    assert "accounts" in found
    assert "ask" not in found


def test_an_entry_point_that_asks_nobody_is_soon_given_up() -> None:
    tests = "".join(f"        if flags[{n}]():\n            x = (x, {n})\n" for n in range(60))
    source = f"{CLIENT}\n\ndef busy(flags, x):\n    for _ in flags:\n{tests}    return x\n"
    told = [f.message for f in analysed({"client.py": source}).unresolved]
    assert any("busy" in message and "too long" in message for message in told)
