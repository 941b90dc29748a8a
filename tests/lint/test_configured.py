"""What the configuration says by name is what the analysis knows; without it the same code is silent."""

from __future__ import annotations

import pytest

from errpact.contracts.settings import Client, Settings
from errpact.lint.analyse import analyse
from errpact.lint.finding import Certainty, Severity
from errpact.lint.project import Project, SourceFile

from .one_file import ROOT, contracts

BODY = """
from shop.bank import call

def balance(account):
    body = call("/balance", account)
    if body["Status"] == "ERROR":
        raise {error}
    return body["Data"]
"""
UNSEEN = """
from shop.bank import call

def balance(account):
    return call("/balance", account).get("Data")
"""
METHOD = """
from shop.bank import Bank

def balance(account):
    return Bank("key").call("/balance", account).get("Data")
"""
CAUGHT = """
import time
from shop.bank import Bank, KhipuError

def balance(bank, account):
    for _ in range(3):
        try:
            return bank.balance(account)
        except KhipuError as error:
            if {passing}:
                raise
            {remedy}
            time.sleep(1)
    raise TimeoutError(account)
"""
ON_THE_WAY = """
from shop.bank import KhipuError
import shop.log

def balance(bank, account):
    try:
        return bank.balance(account)
    except KhipuError as error:
        shop.log.warn(error)
        {then}
"""
WEBHOOK = """
from shop.store import save

class Hooks:
    def arrived(self, body, request):
        if {error}:
            return save(body["OperationId"], code=body["Error"]["Code"])
        return save(body["OperationId"], movements=body["Data"])
"""
OWN = {
    "shop/bank.py": """
from shop.transport import Transport

def call(path, account):
    return Transport().ask(path)
"""
}
MOVED = {
    "src/shop/bank.py": "from shop.transport import ask as call\n",
    "src/shop/transport.py": "def ask(path, account): ...\n",
}


def found(source: str, others: dict[str, str] | None = None, **names: tuple[str, ...]) -> set[str]:
    """The rules that report something, for Khipu."""
    texts = {"app.py": source, **(others or {})}
    files = tuple(SourceFile(path, ROOT / path, text.encode(), True, True) for path, text in texts.items())
    clients = (Client("khipu", **names),) if names else ()
    analysis = analyse(Project(ROOT, files), Settings(root=ROOT, clients=clients), contracts())
    assert analysis.errors == ()
    sure = (f for f in analysis.findings if f.certainty is Certainty.DEFINITE and f.severity is not Severity.INFO)
    return {f.rule for f in sure}


@pytest.mark.parametrize("others", [{}, OWN], ids=["outside", "own"])
def test_a_function_gives_a_body(others: dict[str, str]) -> None:
    names = {"functions": ("shop.bank.call",)}
    assert found(UNSEEN, others, **names) == {"EP201"}
    assert found(BODY.replace("{error}", "RuntimeError"), others, **names) == {"EP203"}
    assert found(BODY.replace("{error}", 'RuntimeError(body["Error"]["Code"])'), others, **names) == set()
    assert found(UNSEEN, others) == set()


def test_a_method_of_an_outside_object_gives_one() -> None:
    assert found(METHOD, functions=("shop.bank.Bank.call",)) == {"EP201"}
    assert found(METHOD, functions=("shop.bank.Other.call",)) == set()


def test_a_function_may_be_named_as_it_is_imported_or_as_it_is_defined() -> None:
    for name in ("shop.bank.call", "shop.transport.ask"):
        assert found(UNSEEN, MOVED, functions=(name,)) == {"EP201"}


@pytest.mark.parametrize("attribute", ["code", "error_code", "codigo"])
def test_an_exception_carries_a_reply(attribute: str) -> None:
    def caught(passing: str, remedy: str = "pass") -> set[str]:
        source = CAUGHT.replace("{passing}", passing).replace("{remedy}", remedy)
        return found(source, exceptions=("shop.bank.KhipuError",))

    assert "EP101" in caught(f'error.{attribute} == "A000"')
    assert "EP301" in caught(f'error.{attribute} == "B000"')
    assert caught('error.advice != "RETRY_IMMEDIATELY"') == set()
    assert found(CAUGHT.replace("{passing}", "False").replace("{remedy}", "pass")) == set()


def test_an_exception_that_is_dropped_is_seen() -> None:
    names = {"exceptions": ("shop.bank.KhipuError",)}
    assert found(ON_THE_WAY.replace("{then}", "return None"), **names) == {"EP204"}
    assert found(ON_THE_WAY.replace("{then}", "raise"), **names) == set()


def test_an_exception_of_the_projects_own_is_raised_where_nobody_does() -> None:
    others = {"shop/bank.py": "class KhipuError(Exception):\n    code = None\n", "shop/log.py": "def warn(x): ...\n"}
    assert found(ON_THE_WAY.replace("{then}", "return None"), others, exceptions=("shop.bank.KhipuError",)) == {"EP204"}


def test_a_webhook_is_given_a_body() -> None:
    names = {"webhooks": ("app.Hooks.arrived",)}
    assert found(WEBHOOK.replace("{error}", 'body["Status"] == "ERROR"'), **names) == set()
    assert found(
        WEBHOOK.replace("{error}", '(body.get("Error") or {}).get("ErrorType") == "DO_NOT_RETRY"'), **names
    ) >= {"EP303"}
    assert found(WEBHOOK.replace("{error}", '(body.get("Error") or {}).get("ErrorType") == "DO_NOT_RETRY"')) == set()


def test_a_remedy_mends() -> None:
    source = CAUGHT.replace("{passing}", 'error.code != "A000"').replace("{remedy}", "Bank.freshen(bank)")
    names = {"exceptions": ("shop.bank.KhipuError",)}
    assert found(source, **names) >= {"EP101"}
    assert "EP101" not in found(source, **names, remedies=("shop.bank.Bank.freshen",))
