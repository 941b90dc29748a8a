"""The hooks, with the real pre-commit in a scratch repository: it installs them from this checkout's last commit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow  # pre-commit installs each hook's environment from PyPI

FORBIDDEN = """\
import time

import requests

def balance(token):
    for attempt in range(3):
        reply = requests.post("https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=9)
        if reply.status_code == 200:
            return reply.json()["accounts"]
        time.sleep(1)
    raise RuntimeError(reply.status_code, reply.json())
"""
MENDED = """\
import requests


class FlanksError(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status}: {body}")
        self.status = status
        self.body = body


def balance(token):
    reply = requests.post("https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=9)
    if reply.status_code != 200:
        raise FlanksError(reply.status_code, reply.json())
    return reply.json()["accounts"]
"""

Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def hook_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the installed hooks; one for all tests here."""
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture
def git(root: Path, tmp_path: Path, hook_home: Path) -> Git:
    """Runs git in a scratch repository whose commits go through the hooks of this checkout."""
    pytest.importorskip("pre_commit", reason="pre-commit is in the dev group only, not in the wheel's lane")
    if not (root / ".git").exists():
        pytest.skip("an unpacked sdist has no git to install hooks from")
    repo = tmp_path / "repo"
    repo.mkdir()
    environ = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "PYTHONPATH", "GIT_"))}
    environ |= {"PRE_COMMIT_HOME": str(hook_home), "PRE_COMMIT_COLOR": "never"}
    environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environ['PATH']}"

    def runner(*args: str, program: str = "git") -> subprocess.CompletedProcess[str]:
        return subprocess.run([program, *args], cwd=repo, env=environ, capture_output=True, text=True, check=False)

    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=root, capture_output=True, text=True, check=True)
    (repo / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {root}\n  rev: {head.stdout.strip()}\n  hooks:\n"
        "  - id: errpact-lint\n  - id: errpact-contracts\n  - id: errpact-captures\n",
        encoding="utf-8",
    )
    for command in (["init", "-q"], ["config", "user.name", "A"], ["config", "user.email", "a@example.org"]):
        assert runner(*command).returncode == 0
    assert runner("install", program="pre-commit").returncode == 0
    return runner


def commit(git: Git, repo: Path, **files: str) -> tuple[int, str]:
    for name, text in files.items():
        file = repo / name.replace("__", "/").replace("_dot_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert git("add", "-A").returncode == 0
    done = git("commit", "-q", "-m", "change")
    return done.returncode, done.stdout + done.stderr


def test_a_forbidden_retry_is_stopped_and_the_mended_one_passes(git: Git, tmp_path: Path) -> None:
    code, output = commit(git, tmp_path / "repo", client_dot_py=FORBIDDEN)
    assert code == 1, output
    assert "EP101" in output
    assert "client.py" in output
    code, output = commit(git, tmp_path / "repo", client_dot_py=MENDED)
    assert code == 0, output


def test_an_excluded_file_is_left_alone_though_it_is_named(git: Git, tmp_path: Path) -> None:
    config = '[tool.errpact]\nexclude = ["vendored/**"]\n'
    code, output = commit(git, tmp_path / "repo", pyproject_dot_toml=config, vendored__client_dot_py=FORBIDDEN)
    assert code == 0, output


def test_in_a_monorepo_each_project_has_its_own_configuration(git: Git, tmp_path: Path) -> None:
    quiet, loud = '[tool.errpact]\nignore = ["EP"]\n', '[tool.errpact]\nselect = ["EP101"]\n'
    files = {"a__pyproject_dot_toml": quiet, "a__client_dot_py": FORBIDDEN}
    assert commit(git, tmp_path / "repo", **files)[0] == 0
    code, output = commit(git, tmp_path / "repo", b__pyproject_dot_toml=loud, b__client_dot_py=FORBIDDEN)
    assert code == 1, output
    assert "EP101" in output
    assert "b/client.py" in output


def test_a_changed_exception_module_re_checks_its_callers(git: Git, tmp_path: Path) -> None:
    errors = "class Refused(Exception):\n    def __init__(self, reply):\n        self.reply = reply\n"
    client = (
        "import requests\nimport tenacity\n\nfrom errors import Busy, Refused\n\n"
        "@tenacity.retry(retry=tenacity.retry_if_exception_type(Busy), stop=tenacity.stop_after_attempt(3))\n"
        "def balance(token):\n"
        '    reply = requests.post("https://api.flanks.io/v0/bank/account", json={"t": token}, timeout=9)\n'
        "    if reply.status_code != 200:\n        raise Refused(reply)\n"
        "    return reply.json()\n"
    )
    apart = errors + "class Busy(Exception):\n    pass\n"
    code, output = commit(git, tmp_path / "repo", errors_dot_py=apart, client_dot_py=client)
    assert code == 0, output
    code, output = commit(git, tmp_path / "repo", errors_dot_py=errors + "Busy = Refused\n")
    assert code == 1, output
    assert "client.py" in output


def test_a_broken_contract_and_an_unknown_code_are_stopped(git: Git, tmp_path: Path) -> None:
    code, output = commit(git, tmp_path / "repo", contracts__acme_dot_toml='format = 1\nprovider = "acme"\n')
    assert code == 1, output
    assert "contracts/acme.toml" in output
