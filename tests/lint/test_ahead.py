"""A process that gets ready meanwhile gives the same answer, is gone afterwards, and is never needed."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from errpact import cli
from errpact.cli import _kept
from errpact.contracts.settings import Settings
from errpact.lint import ahead, serving, workers
from errpact.lint.project import Project, SourceFile
from errpact.lint.work import Work

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes can't be copied here")

CLIENT = b"""
import requests

def accounts():
    for _ in range(3):
        reply = requests.get("https://api.flanks.io/v0/accounts", timeout=5)
        if reply.ok:
            return reply.json()["accounts"]
    raise RuntimeError(reply.json()["error_code"])
"""


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(ahead, "processors", lambda: 2)
    yield
    ahead.dismiss()


def alive(process: workers.Process) -> bool:
    assert isinstance(process, ahead.Copy)
    try:
        os.kill(process.pid, 0)
    except ProcessLookupError:
        return False
    return True


def unit(root: Path) -> Project:
    return Project(root, (SourceFile("client.py", root / "client.py", CLIENT, True, True),))


def test_it_finds_what_is_found_without_it(tmp_path: Path) -> None:
    work = Work(Settings(tmp_path))
    (usual,) = workers.run([unit(tmp_path)], work, 2)
    ahead.begin()
    taken = ahead.take()
    assert taken is not None
    (here,) = workers.run([unit(tmp_path)], work, 2, first=lambda: taken)
    assert here.findings == usual.findings
    assert here.findings
    assert not alive(taken[0])


def test_it_is_gone_when_it_was_not_needed() -> None:
    ahead.begin()
    ahead.begin()  # there is one at most
    assert ahead._begun is not None
    process = ahead._begun[0]
    assert alive(process)
    ahead.dismiss()
    assert not alive(process)
    assert ahead.take() is None


def test_on_one_processor_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "processors", lambda: 1)
    ahead.begin()
    assert ahead._begun is None
    assert ahead.take() is None


def test_beside_another_thread_there_is_none() -> None:
    end = threading.Event()
    other = threading.Thread(target=end.wait)
    other.start()
    ahead.begin()
    end.set()
    other.join()
    assert ahead._begun is None


def test_without_libcst_whoever_tries_next_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "libcst", None)
    ahead.begin()
    assert ahead._begun is not None
    process = ahead._begun[0]
    assert ahead.take() is None
    assert not alive(process)


def test_it_ends_with_its_parent() -> None:
    class Silent:
        """A pipe on which nothing is ever said."""

        def poll(self, seconds: float) -> bool:
            return False

    assert not serving.waited(Silent(), parent=-1)


def test_a_hook_uses_it_for_a_file_that_is_not_quiet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only then: for others its start would be wasted."""
    taken: list[bool] = []
    take = ahead.take
    monkeypatch.setattr(ahead, "take", lambda: taken.append((it := take()) is not None) or it)
    (tmp_path / "pyproject.toml").write_text("[tool.errpact]\n", encoding="utf-8")
    (tmp_path / "client.py").write_bytes(CLIENT)
    (tmp_path / "other.py").write_bytes(b"x = 1\n")
    old = time.time() - 60
    for file in (*tmp_path.iterdir(), tmp_path):
        os.utime(file, (old, old))
    monkeypatch.chdir(tmp_path)

    def lint(path: str) -> tuple[int, str]:
        code = cli.main(["lint", path])
        return code, capsys.readouterr().out.rpartition("\n\n")[0]  # without how many files there were

    whole = lint(".")
    assert (whole[0], taken) == (1, [False])
    (tmp_path / "other.py").write_bytes(b"x = 2\n")
    assert (lint("other.py")[0], taken) == (0, [False])
    read: list[str] = []
    real = _kept.read
    monkeypatch.setattr(_kept, "read", lambda cache, kind, key: read.append(kind) or real(cache, kind, key))
    (tmp_path / "client.py").write_bytes(CLIENT + b"# edited\n")
    assert lint("client.py") == whole
    assert taken == [False, True]
    assert ahead._begun is None
    assert read == ["asked", "others"]  # the long lists would take as long as all else that is done before it
