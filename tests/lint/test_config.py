"""`[tool.errpact]`: the schema says what the parser takes, and `errpact config` says where each value comes from."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from errpact.cli import main
from errpact.cli.config import in_force, schema
from errpact.contracts import Obligation
from errpact.contracts.globs import glob_match
from errpact.contracts.settings import InvalidSettings, load_settings, parse_settings

EVERYTHING = """\
[project]
name = "x"

[tool.errpact]
contracts = ["own/*.toml"]
select = ["EP1", "EP2"]
ignore = "EP207"
exclude = ["gen/**"]
baseline = "b.json"
require-reason = true

[tool.errpact.per-file-ignores]
"tests/**" = ["EP201"]

[[tool.errpact.client]]
provider = "khipu"
paths = ["src/**"]

[[tool.errpact.client]]
provider = "flanks"
surface = "main"
functions = ["a.b"]
exceptions = ["a.C"]
webhooks = ["a.d"]
remedies = ["a.e"]

[[tool.errpact.accept]]
case = "flanks:main:400/40001"
obligation = "no-retry"
why = "agreed"
paths = ["old/**"]

[tool.errpact.pytest]
success = { flanks = { accounts = [] } }
routes = { "POST /v0/token" = { token = "t" } }
target = "POST /v0/x"
max-examples = 5
robust = true
retry-after = 2.5
early-clock = true
fail-under = 90
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/a.toml").write_text("")
    (tmp_path / "pyproject.toml").write_text(EVERYTHING)
    return tmp_path


def table(text: str) -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads(text)["tool"]["errpact"]
    return found


def keys(data: Any, prefix: str = "") -> set[str]:
    """All keys in a table, without indices; what lies in free tables is no key of ours."""
    found: set[str] = set()
    for name, value in data.items():
        found.add(prefix + name)
        if isinstance(value, dict) and name not in ("success", "routes", "per-file-ignores"):
            found |= keys(value, f"{prefix}{name}.")
        elif isinstance(value, list):
            for item in value:
                found |= keys(item, f"{prefix}{name}.") if isinstance(item, dict) else set()
    return found


def test_the_schema_has_exactly_the_keys_that_the_parser_knows(project: Path) -> None:
    data = table(EVERYTHING)
    parse_settings(data, project / "pyproject.toml")
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(data, schema())
    defs = schema()["$defs"]
    described = set(schema()["properties"])
    for name in ("client", "accept", "pytest"):
        described |= {f"{name}.{key}" for key in defs[name]["properties"]}
    assert keys(data) == described


def test_the_schema_lists_every_obligation() -> None:
    assert schema()["$defs"]["accept"]["properties"]["obligation"]["enum"] == [str(o) for o in Obligation]


@pytest.mark.parametrize(
    "text",
    [
        "[tool.errpact]\nselct = []",
        "[tool.errpact]\nselect = [1]",
        '[tool.errpact]\nrequire-reason = "yes"',
        '[[tool.errpact.client]]\nprovider = "khipu"',
        '[[tool.errpact.client]]\npaths = ["**"]',
        '[[tool.errpact.client]]\nprovider = "khipu"\npath = ["**"]',
        '[[tool.errpact.accept]]\ncase = "x"\nobligation = "no-retries"\nwhy = "y"',
        '[[tool.errpact.accept]]\ncase = "x"\nobligation = "wait"\nwhy = " "',
        "[tool.errpact.pytest]\nmax-examples = 0",
        "[tool.errpact.pytest]\nretry-after = -1",
        "[tool.errpact.pytest]\nfail-under = 300",
        "[tool.errpact.pytest]\nfail-under = true",
    ],
)
def test_parser_and_schema_refuse_the_same(text: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings):
        parse_settings(table(text), tmp_path / "pyproject.toml")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(table(text), schema())


def test_an_unknown_key_is_told_with_the_nearest_name(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.errpact]\nper-file-ignore = {}\n")
    with pytest.raises(InvalidSettings, match="unknown key; did you mean per-file-ignores"):
        load_settings(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[[tool.errpact.client]]\nprovider = "khipu"\nfunctons = ["shop.call"]\n')
    with pytest.raises(InvalidSettings, match="unknown key; did you mean functions"):  # rather than that one is missing
        load_settings(tmp_path)


def test_every_value_and_where_it_comes_from(project: Path) -> None:
    lines = EVERYTHING.splitlines()
    for value in in_force(project / "pyproject.toml"):
        file, _, line = value.source.partition(":")
        assert file == "pyproject.toml", value
        assert value.key.rpartition(".")[2] in lines[int(line) - 1], value


def test_defaults_are_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.errpact]\nignore = ['EP2']\n[tool.errpact.pytest]\nrobust = true\n")
    values = {v.key: (v.value, v.source) for v in in_force(tmp_path / "pyproject.toml")}
    assert values.pop("ignore") == (["EP2"], "pyproject.toml:2")
    assert values.pop("pytest.robust") == (True, "pyproject.toml:4")
    assert values["pytest.max-examples"] == (20, "default")
    assert values["select"] == ([], "default")
    assert {source for _, source in values.values()} == {"default"}


def test_the_defaults_shown_are_those_in_force(tmp_path: Path) -> None:
    settings = load_settings(tmp_path)
    for value in in_force(None):
        owner: Any = settings
        for part in {"client": "clients", "accept": "accepts"}.get(value.key, value.key).replace("-", "_").split("."):
            owner = getattr(owner, part)
        assert (list(owner) if isinstance(owner, tuple) else owner) == (
            value.value if value.key != "per-file-ignores" else []
        ), value


def test_show(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(project / "own")
    assert main(["config"]) == 0
    out = capsys.readouterr().out
    assert f"file: {project / 'pyproject.toml'}" in out
    assert any(line.split()[0] == "baseline" and line.endswith("pyproject.toml:9") for line in out.splitlines()[3:])
    assert main(["config", "show", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert {"key": "client[1].surface", "value": "main", "from": "pyproject.toml:21"} in data["values"]


def test_show_without_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["config"]) == 0
    assert capsys.readouterr().out.startswith("file: none")
    assert main(["config", "schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()


def test_a_file_of_its_own_needs_no_tool_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "errpact.toml").write_text('select = ["EP1"]\n')
    monkeypatch.chdir(tmp_path)
    assert main(["config", "--config", "errpact.toml"]) == 0
    assert "errpact.toml:1" in capsys.readouterr().out
    assert main(["config", "--config", "no.toml"]) == 2
    assert "no.toml: cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("path", "pattern", "match"),
    [
        ("a/b.py", "**", True),
        ("a/b.py", "a/**", True),
        ("a/b.py", "a", True),
        ("a/b.py", "a/", True),
        ("x/a/b.py", "a/**", False),
        ("a/b_pb2.py", "*_pb2.py", True),
        ("a/b/c.py", "a/*/c.py", True),
        ("a/c.py", "a/**/c.py", True),
        ("a1.py", "a[0-9].py", True),
        ("ax.py", "a[!0-9].py", True),
        ("a[.py", "a[.py", True),
        ("a.b", "a?b", True),
        ("a/b/c.py", "a/b", True),
        ("a/bc.py", "a/b", False),
        ("a/b.py", "./a/b.py", True),
        ("a/b/c.py", "a/*", False),
        ("a/b.py", "[z-a].py", False),
    ],
)
def test_globs(path: str, pattern: str, match: bool) -> None:
    assert glob_match(path, pattern) is match
