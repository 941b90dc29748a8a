"""`[tool.errpact]`: what it says, and each mistake named with file, line, key and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from errpact.contracts import Obligation
from errpact.contracts.settings import Client, InvalidSettings, PytestSettings, Settings, find, load_settings

FULL = """\
[tool.ruff]
select = ["E"]

[tool.errpact]
contracts = ["contracts/*.toml"]
select = ["EP1"]
ignore = "EP902"
exclude = ["legacy/**"]
baseline = "errpact-baseline.json"
require-reason = true

[tool.errpact.per-file-ignores]
"tests/**" = ["EP203"]

[tool.errpact.pytest]
max-examples = 5
robust = true
retry-after = 2.5
target = "POST /v1/*"
success = { klavi = { code = 200 } }

[[tool.errpact.client]]
provider = "khipu"
paths = ["src/banks/khipu/**"]

[[tool.errpact.client]]
provider = "klavi"
surface = "open-data"
exceptions = ["banks.KlaviError"]

[[tool.errpact.accept]]
case = "klavi:open-data:415"
obligation = "wait"
why = "agreed with Klavi"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "contracts").mkdir()
    (tmp_path / "contracts" / "acme.toml").touch()
    return tmp_path


def write(project: Path, text: str, name: str = "pyproject.toml") -> Path:
    file = project / name
    file.write_text(text, encoding="utf-8")
    return file


def test_all_of_it(project: Path) -> None:
    file = write(project, FULL)
    settings = load_settings(project)
    assert (settings.root, settings.file) == (project.resolve(), file.resolve())
    assert settings.contracts == (project.resolve() / "contracts" / "acme.toml",)
    assert (settings.select, settings.ignore, settings.exclude) == (("EP1",), ("EP902",), ("legacy/**",))
    assert (settings.baseline, settings.require_reason) == ("errpact-baseline.json", True)
    assert settings.per_file_ignores == (("tests/**", ("EP203",)),)
    assert settings.clients == (
        Client("khipu", ("src/banks/khipu/**",)),
        Client("klavi", surface="open-data", exceptions=("banks.KlaviError",)),
    )
    accept = settings.accepts[0]
    assert (accept.obligation, accept.paths, accept.why) == (Obligation.WAIT, ("**",), "agreed with Klavi")
    assert settings.pytest == PytestSettings(
        success={"klavi": {"code": 200}}, target="POST /v1/*", max_examples=5, robust=True, retry_after=2.5
    )


def test_a_binding_covers_paths() -> None:
    client = Client("khipu", ("src/banks/khipu/**", "scripts/*.py"))
    assert client.covers("src/banks/khipu/api/client.py")
    assert client.covers("scripts/run.py")
    assert not client.covers("scripts/old/run.py")
    assert not client.covers("src/banks/klavi/client.py")


def test_none_at_all(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings(root=tmp_path.resolve())


def test_the_nearest_file_that_has_the_table_counts(project: Path) -> None:
    outer = write(project, "[tool.errpact]\n")
    inner = project / "packages" / "one"
    inner.mkdir(parents=True)
    write(project / "packages", '[project]\nname = "errpact-user"\n')
    assert find(inner) == outer.resolve()


def test_a_named_file_of_another_name_may_be_the_bare_table(project: Path) -> None:
    assert load_settings(project, write(project, 'select = ["EP1"]\n', "errpact.toml")).select == ("EP1",)
    wrapped = write(project, '[tool.errpact]\nselect = ["EP2"]\n', "other.toml")
    assert load_settings(project, wrapped).select == ("EP2",)


@pytest.mark.parametrize(
    ("old", "new", "key", "line", "text"),
    [
        ('select = ["EP1"]', 'selct = ["EP1"]', "selct", 6, "unknown key; did you mean select?"),
        ('select = ["EP1"]', "select = [1]", "select", 6, "must be a list of strings"),
        ("require-reason = true", "require-reason = 1", "require-reason", 10, "must be true or false"),
        ("contracts/*.toml", "../*.toml", "contracts", 5, "leaves the project; name files inside the project"),
        ("contracts/*.toml", "/etc/*.toml", "contracts", 5, "leaves the project"),
        ("contracts/*.toml", "pacts/*.toml", "contracts", 5, "matches no file; check the path, relative to"),
        ("contracts/*.toml", "", "contracts", 5, "is no glob"),
        ("contracts/*.toml", "a**b", "contracts", 5, "is no glob"),
        ("max-examples = 5", "max-examples = 0", "pytest.max-examples", 16, "must be a positive integer"),
        ("max-examples = 5", "max-examples = true", "pytest.max-examples", 16, "must be a positive integer"),
        ("max-examples = 5", "examples = 5", "pytest.examples", 16, "did you mean max-examples?"),
        ("retry-after = 2.5", "retry-after = -1", "pytest.retry-after", 18, "must be a number of seconds"),
        ('provider = "khipu"\n', "", "client[0].provider", 22, "is missing"),
        ('paths = ["src/banks/khipu/**"]', "", "client[0].paths", 22, "is missing; name the files"),
        ('surface = "open-data"', 'surfce = "open-data"', "client[1].surfce", 28, "did you mean surface?"),
        ('obligation = "wait"', 'obligation = "weight"', "accept[0].obligation", 33, "is no obligation"),
        ("banks.KlaviError", "KlaviError", "client[1].exceptions", 29, "'KlaviError' is no qualified name"),
        ("banks.KlaviError", "banks:KlaviError", "client[1].exceptions", 29, 'such as "shop.bank.name"'),
        ("banks.KlaviError", "", "client[1].exceptions", 29, "'' is no qualified name, and would meet nothing"),
        ('why = "agreed with Klavi"', 'why = " "', "accept[0].why", 34, "is empty; say why"),
    ],
)
def test_a_mistake_is_named(project: Path, old: str, new: str, key: str, line: int, text: str) -> None:
    assert old in FULL
    file = write(project, FULL.replace(old, new, 1))
    with pytest.raises(InvalidSettings) as caught:
        load_settings(project)
    error = caught.value
    assert (error.path, error.key, error.line) == (str(file.resolve()), f"tool.errpact.{key}", line)
    assert text in str(error)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[tool.errpact]\nselect = \n", "pyproject.toml:2: not valid TOML"),
        (b"[tool.errpact]\nselect = '\xff'\n", "is not UTF-8"),
        ("[tool.errpact]\n".encode("utf-16"), "is not UTF-8; save it as UTF-8"),
        ("[tool.errpact]\n".encode("utf-16-le"), "is not UTF-8; save it as UTF-8"),
        (b"tool.errpact = 3\n", "tool.errpact: must be a table; write it as [tool.errpact]"),
    ],
)
def test_a_file_that_cannot_be_used(project: Path, content: bytes, message: str) -> None:
    (project / "pyproject.toml").write_bytes(content)
    with pytest.raises(InvalidSettings) as caught:
        load_settings(project)
    assert message in str(caught.value)


def test_a_byte_order_mark_does_no_harm(project: Path) -> None:
    (project / "pyproject.toml").write_bytes(b'\xef\xbb\xbf[tool.errpact]\nselect = ["EP101"]\n')
    assert load_settings(project).select == ("EP101",)


def test_a_named_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidSettings, match=r"cannot be read: No such file or directory; check the path"):
        load_settings(tmp_path, tmp_path / "nope.toml")


def test_tool_may_be_anything_elsewhere(project: Path) -> None:
    assert load_settings(project, write(project, "tool = 5 # errpact\n")).file == project / "pyproject.toml"
