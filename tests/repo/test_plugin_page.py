"""docs/reference/pytest.md has an entry for everything public of the plugin, and its tables can't be left to age."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import os
import re
from enum import StrEnum
from pathlib import Path
from types import ModuleType

import pytest

import errpact
from errpact import pytest_plugin
from errpact.contracts import Obligation, State
from errpact.contracts.settings import PytestSettings
from errpact.pytest_plugin.cases import FILTERS
from errpact.pytest_plugin.collect import DEFAULTS
from errpact.pytest_plugin.handle import CaseHandle
from errpact.pytest_plugin.manual import ManualServer
from errpact.pytest_plugin.record import Record
from errpact.pytest_plugin.wire import Request

pytestmark = pytest.mark.skipif(
    bool(os.environ.get("ERRPACT_TESTS_INSTALLED")), reason="the docs are tested once, in the editable tree"
)


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "reference" / "pytest.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("plugin_tables", root / "docs" / "plugin_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def table(page: str, name: str) -> set[str]:
    """The names in the first column of a table: `check(call)` is named check."""
    body = page.split(f"<!-- made: {name} -->", 1)[1].split("<!-- end -->")[0]
    return set(re.findall(r"^\| `?([\w-]+)", body, re.MULTILINE)) - {"---"}


def own(kind: type) -> set[str]:
    return {name for name in (*vars(kind), *getattr(kind, "__annotations__", ())) if not name.startswith("_")}


def test_every_public_name_has_a_section(page: str) -> None:
    for name in set(errpact.__all__) - {"__version__"}:
        assert f"\n## errpact.{name}\n" in page


def test_every_argument_of_the_marker_and_of_check(page: str) -> None:
    assert table(page, "marker") == {"argument", "provider", *FILTERS, *DEFAULTS}
    for method in (CaseHandle.check, CaseHandle.acheck):
        assert table(page, "check") == {"argument"} | set(inspect.signature(method).parameters) - {"self"}
    named = set(re.findall(r"(\w+)(?=[=,)])", pytest_plugin.MARKER.partition(":")[0])) - {"None", "reply"}
    assert table(page, "marker") == {"argument"} | named


def test_every_fixture(page: str) -> None:
    nodes = ast.parse(inspect.getsource(pytest_plugin)).body
    found = {
        n.name for n in nodes if isinstance(n, ast.FunctionDef) and "fixture" in str([*map(ast.dump, n.decorator_list)])
    }
    assert found == {"errpact_case", "errpact_server"}
    assert table(page, "fixtures") == {"fixture", *found}


@pytest.mark.parametrize(
    ("name", "kind"), [("case", CaseHandle), ("server", ManualServer), ("request", Request), ("record", Record)]
)
def test_every_member(page: str, name: str, kind: type) -> None:
    hidden = {"close", "failed", "dumps", "loads", "public"}
    assert own(kind) - hidden <= table(page, name)


def test_what_an_object_of_the_server_has(page: str) -> None:
    server = ManualServer()
    server.close()
    assert {name for name in vars(server) if not name.startswith("_")} <= table(page, "server")


def test_every_option_ini_key_and_setting(page: str, pytestconfig: pytest.Config) -> None:
    options = {name for name in vars(pytestconfig.option) if name.startswith("errpact_")}
    assert options == {"errpact_" + n.replace("-", "_") for n in re.findall(r"\n\| `--errpact-([\w-]+)`", page)}
    source = inspect.getsource(pytest_plugin.pytest_addoption)
    for ini in re.findall(r'addini\("(\w+)"', source):
        assert f"| `{ini}` |" in page
    assert {n.replace("_", "-") for n in own(PytestSettings)} <= table(page, "settings")


@pytest.mark.parametrize(("name", "kind"), [("obligations", Obligation), ("states", State)])
def test_every_word_of_a_verdict(page: str, name: str, kind: type[StrEnum]) -> None:
    assert {str(member) for member in kind} == table(page, name) - {"obligation", "state"}


def test_each_table_stands_on_a_page(root: Path, made: ModuleType) -> None:
    pages = "".join((root / "docs" / "reference" / n).read_text("utf-8") for n in ("pytest.md", "configuration.md"))
    assert sorted(re.findall(r"<!-- made: ([\w-]+) -->", pages)) == sorted(made.tables())


class Word(StrEnum):
    KEPT = "kept"


def test_what_has_no_description_is_refused(made: ModuleType) -> None:
    def check(call: object, success: object) -> None:
        """Try it. call: a function."""

    with pytest.raises(made.Undescribed, match="doesn't say what success is"):
        list(made.arguments(check))
    with pytest.raises(made.Undescribed, match="KEPT"):
        list(made.words(Word))
