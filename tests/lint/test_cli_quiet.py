"""Files that have nothing to do with a provider are answered for without knowing the project anew; never wrongly."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from errpact import contracts
from errpact.cli import _lint_run, main

CLIENT = """import requests


def accounts():
    return requests.post("https://api.flanks.io/v0/token", timeout=3).json()["accounts"]
"""
SERVICE = "from pkg.client import accounts\n\n\ndef all_accounts():\n    return accounts()\n"
OLD = 1_000_000_000
Run = Callable[..., tuple[int, str, bool]]
Edit = Callable[[Path], object]


def age(root: Path) -> None:
    """Make everything below look as if it were there for long."""
    for path in (*root.rglob("*"), root):
        os.utime(path, (OLD, OLD))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A client, who imports it, what it imports, and two modules that stand apart."""
    root = tmp_path / "project"
    files = {
        "pyproject.toml": "[tool.errpact]\n",
        "pkg/__init__.py": "",
        "pkg/client.py": CLIENT.replace("import requests", "import requests\nfrom pkg import helper"),
        "pkg/helper.py": "",
        "pkg/service.py": SERVICE,
        "pkg/other.py": "import json\n\nx = json.dumps(1)\n",
        "apart/one.py": "x = 1\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / ".errpact_cache").mkdir()
    age(tmp_path)
    return root


@pytest.fixture
def errpact(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs lint in the project; the last of the three says whether anything was really linted."""
    monkeypatch.chdir(project)
    monkeypatch.setattr("errpact.cli._kept.PARTS", ())  # they may be younger than what can be remembered
    ran: list[bool] = []
    real = _lint_run.lint_all
    monkeypatch.setattr(_lint_run, "lint_all", lambda args: ran.append(True) or real(args))

    def run(*words: str) -> tuple[int, str, bool]:
        ran.clear()
        code = main(["lint", *words])
        said = capsys.readouterr()
        return code, said.out + said.err, bool(ran)

    return run


def saved(root: Path, name: str, text: str) -> None:
    """As editors save: a new file takes the old one's place."""
    new = root / f"{name}.new"
    new.write_text(text)
    new.replace(root / name)


QUIET: dict[str, Edit] = {
    "nothing": lambda root: None,
    "its content": lambda root: (root / "pkg/other.py").write_text("import json\n\ny = 2\n"),
    "as editors save": lambda root: saved(root, "pkg/other.py", "import json\n\ny = 2\n"),
    "another import": lambda root: (root / "pkg/other.py").write_text("import decimal, apart.one\n"),
    "another quiet file": lambda root: (root / "apart/one.py").write_text("x = 3\n"),
    "what isn't Python": lambda root: (root / "pkg/notes.txt").write_text("api.flanks.io"),
}
LOUD: dict[str, Edit] = {
    "a host": lambda root: (root / "pkg/other.py").write_text(CLIENT),
    "a host elsewhere": lambda root: (root / "apart/one.py").write_text(CLIENT),
    "a comment": lambda root: (root / "pkg/other.py").write_text("x = 1  # errpact: ignore[EP101]\n"),
    "the client": lambda root: (root / "pkg/other.py").write_text("from pkg.client import accounts\n"),
    "the client, relative": lambda root: (root / "pkg/other.py").write_text("from .client import accounts\n"),
    "the client's package": lambda root: (root / "pkg/other.py").write_text("from . import service\n"),
    "no text": lambda root: (root / "pkg/other.py").write_bytes(b"x = '\xff'\n"),
    "no Python": lambda root: (root / "pkg/other.py").write_text("x = (\n"),
    "a new file": lambda root: (root / "apart/two.py").write_text("import pkg.other\n" + CLIENT),
    "a new folder": lambda root: (root / "apart/sub").mkdir(),
    "a renamed file": lambda root: (root / "apart/one.py").rename(root / "apart/two.py"),
    "a changed client": lambda root: (root / "pkg/client.py").write_text("import pkg.other\n" + CLIENT),
    "the configuration": lambda root: (root / "pyproject.toml").write_text('[tool.errpact]\nexclude = ["pkg"]\n'),
    "an ignore file": lambda root: (root / ".gitignore").write_text("apart\n"),
    "an ignore file above": lambda root: (root.parent / ".gitignore").write_text("project/apart\n"),
    "a project of its own": lambda root: (root / "pkg/pyproject.toml").write_text("[tool.errpact]\n"),
}


@pytest.mark.parametrize("edit", QUIET.values(), ids=QUIET)
def test_a_quiet_file_is_answered_for_from_memory(errpact: Run, project: Path, edit: Edit) -> None:
    errpact()
    edit(project)
    assert errpact("pkg/other.py") == (0, "No findings (1 file checked, 0 analysed).\n", False)
    assert errpact("pkg/other.py", "apart/one.py") == (0, "No findings (2 files checked, 0 analysed).\n", False)


@pytest.mark.parametrize("edit", LOUD.values(), ids=LOUD)
def test_what_may_matter_is_looked_at(errpact: Run, project: Path, edit: Edit) -> None:
    errpact()
    edit(project)
    code, said, ran = errpact("pkg/other.py")
    assert ran
    assert errpact("--no-cache", "pkg/other.py") == (code, said, True)


@pytest.mark.parametrize("name", ["pkg/client.py", "pkg/service.py", "pkg/helper.py"])
def test_what_matters_is_looked_at(errpact: Run, name: str) -> None:
    errpact()
    assert errpact(name)[2] is True


def test_a_binding_makes_it_matter_who_speaks_http(errpact: Run, project: Path) -> None:
    table = '[tool.errpact]\n[[tool.errpact.client]]\nprovider = "khipu"\npaths = ["apart/**"]\n'
    (project / "pyproject.toml").write_text(table)
    age(project)
    errpact()
    assert errpact("apart/one.py")[2] is True
    assert errpact("pkg/other.py")[2] is False
    (project / "pkg/other.py").write_text("import httpx\n")
    assert errpact("pkg/other.py")[2] is True


def test_a_root_of_its_own_is_noticed_without_a_configuration(errpact: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text("")
    age(project)
    errpact()
    assert errpact("pkg/other.py")[2] is False
    (project / "pkg/setup.py").write_text("")
    assert errpact("pkg/other.py")[2] is True


def test_other_options_are_asked_anew(errpact: Run) -> None:
    errpact()
    assert errpact("pkg/other.py", "--statistics")[2] is True
    assert errpact("pkg/other.py", "--output-format", "json")[2] is True
    assert errpact("pkg/other.py", "--select", "EP1")[2] is True
    assert errpact("apart/one.py", "--select", "EP1")[2] is False


def test_a_configuration_that_is_warned_about_is_warned_about_each_time(errpact: Run, project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.errpact]\nignore = ["EPX"]\n')
    age(project)
    for _ in range(2):
        assert "no rule is called 'EPX'" in errpact("apart/one.py")[1]


def test_a_new_contract_may_make_a_file_matter(errpact: Run, project: Path) -> None:
    shipped = (Path(contracts.__file__).parent / "providers" / "flanks.toml").read_text("utf-8")
    own = shipped.replace('provider = "flanks"', 'provider = "own-bank"').replace("api.flanks.io", "api.own.example")
    (project / "contracts").mkdir()
    (project / "contracts/one.toml").write_text(own)
    (project / "pyproject.toml").write_text('[tool.errpact]\ncontracts = ["contracts/*.toml"]\n')
    age(project)
    errpact()
    assert errpact("pkg/other.py")[2] is False
    (project / "contracts/two.toml").write_text(own.replace("own-bank", "two-bank").replace("own.example", "x.example"))
    assert errpact("pkg/other.py")[2] is True


def test_an_answer_from_memory_imports_next_to_nothing(errpact: Run, project: Path) -> None:
    """What it takes a hook to say so is mostly the interpreter's own start."""
    program = (
        "import sys\n"
        "from errpact.cli import _kept, main\n"
        "_kept.PARTS = ()\n"
        "main(['lint', 'pkg/other.py'])\n"
        "print(sorted(m for m in sys.modules if 'typing' in m or m.startswith(('dataclasses', 'errpact.'))))\n"
    )
    command = [sys.executable, "-c", program]
    subprocess.run(command, cwd=project, check=True, capture_output=True)  # this process's words are others
    (project / "pkg/other.py").write_text("import json\n\ny = 2\n")
    said = subprocess.run(command, cwd=project, check=True, capture_output=True, text=True).stdout
    assert said.splitlines()[0] == "No findings (1 file checked, 0 analysed)."
    own = ["cli", "cli._kept", "cli._memo", "cli._quiet", "cli.lint", "contracts", "contracts.errors", "lint"]
    assert said.splitlines()[1] == str([f"errpact.{m}" for m in [*own, "lint.imports", "lint.quiet"]])
