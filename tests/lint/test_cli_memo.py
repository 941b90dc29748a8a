"""A run whose inputs haven't changed is answered from memory; anything that changed is noticed."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from errpact.cli import _lint_run, main
from errpact.lint import engine
from errpact.lint.finding import Analysis, Certainty, Finding, Operation, Severity

CLIENT = 'import requests\nrequests.post("https://api.flanks.io/v0/token", timeout=3)\n'
OLD = 1_000_000_000
Run = Callable[..., tuple[int, str, bool]]


def age(root: Path) -> None:
    """Make everything below look as if it were there for long: what is fresh is never remembered."""
    for path in (*root.rglob("*"), root):
        os.utime(path, (OLD, OLD))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    (root / "pkg").mkdir(parents=True)
    (root / "pyproject.toml").write_text('[tool.errpact]\nignore = ["EPX"]\n')
    (root / "pkg/client.py").write_text(CLIENT)
    (root / "pkg/other.py").write_text("x = 1\n")
    (root / ".errpact_cache").mkdir()
    age(tmp_path)
    return root


@pytest.fixture
def errpact(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs lint in the project; the last of the three says whether anything was really linted."""
    monkeypatch.chdir(project)
    finding = Finding("EP101", "forbidden-retry", Severity.ERROR, "pkg/client.py", 2, "resent")
    monkeypatch.setattr(_lint_run, "lint", functools.partial(engine.run, analyse=lambda *_: Analysis((finding,))))
    # the test run itself may be younger than what can be remembered
    monkeypatch.setattr("errpact.cli._kept.PARTS", ())
    ran: list[bool] = []
    real = _lint_run.lint_all
    monkeypatch.setattr(_lint_run, "lint_all", lambda args: ran.append(True) or real(args))

    def run(*words: str) -> tuple[int, str, bool]:
        ran.clear()
        code = main(["lint", *words])
        said = capsys.readouterr()
        return code, said.out + said.err, bool(ran)

    return run


def test_the_same_run_again_says_the_same_without_linting(errpact: Run) -> None:
    code, said, ran = errpact()
    assert (code, ran) == (1, True)
    assert "EP101" in said
    assert "no rule is called 'EPX'" in said
    assert errpact() == (1, said, False)
    assert errpact() == (1, said, False)


def test_what_was_hidden_and_not_followed_is_told_again(errpact: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    doubt = Finding("EP101", "forbidden-retry", Severity.ERROR, "pkg/client.py", 2, "m", certainty=Certainty.POSSIBLE)
    lost = Operation("poll", "pkg/client.py", 2, "flanks", complete=False)
    stand_in = functools.partial(engine.run, analyse=lambda *_: Analysis((doubt,), (lost,)))
    monkeypatch.setattr(_lint_run, "lint", stand_in)
    code, said, _ = errpact()
    assert code == 0
    assert "1 possible finding hidden" in said
    assert "1 operation could not be followed" in said
    assert errpact() == (0, said, False)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "pkg/other.py").write_text("x = 2\n"),
        lambda root: (root / "pkg/new.py").write_text("x = 2\n"),
        lambda root: (root / "pkg/other.py").unlink(),
        lambda root: (root / "pyproject.toml").write_text("[tool.errpact]\n"),
        lambda root: (root / ".gitignore").write_text("pkg\n"),
        lambda root: (root / "pkg/pyproject.toml").write_text("[tool.errpact]\n"),
        lambda root: (root.parent / ".gitignore").write_text("project/pkg\n"),
        lambda root: (root / "pkg/other.py").rename(root / "pkg/renamed.py"),
        lambda root: (root / "pkg").chmod(0o700),
    ],
)
def test_a_change_is_noticed(errpact: Run, project: Path, change: Callable[[Path], object]) -> None:
    errpact()
    assert errpact()[2] is False
    change(project)
    assert errpact()[2] is True


def test_other_words_or_another_place_are_another_run(
    errpact: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    errpact()
    assert errpact("--exit-zero")[2] is True
    assert errpact("--exit-zero")[::2] == (0, False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert errpact()[2] is True
    monkeypatch.chdir(project / "pkg")
    assert errpact()[2] is True


@pytest.mark.parametrize("words", [("--no-cache",), ("--output-format", "json=x.json"), ("--diff",)])
def test_runs_with_other_effects_are_never_remembered(errpact: Run, words: tuple[str, ...]) -> None:
    errpact(*words)
    assert errpact(*words)[2] is True


def test_what_is_fresh_is_not_remembered(errpact: Run, project: Path) -> None:
    (project / "pkg/other.py").write_text("x = 3\n")
    errpact()
    assert errpact()[2] is True


def test_a_damaged_memory_is_no_memory(errpact: Run, project: Path) -> None:
    _, said, _ = errpact()
    (kept,) = (project / ".errpact_cache/runs").iterdir()
    text = kept.read_text()
    for damaged in (text[:-1], text.replace("EP101", "EP102"), "", "\0", "errpact\n{}"):
        kept.write_text(damaged)
        assert errpact() == (1, said, True)


def test_only_the_newest_runs_are_kept(errpact: Run, project: Path) -> None:
    errpact()
    (first,) = (project / ".errpact_cache/runs").iterdir()
    os.utime(first, (OLD, OLD))
    for number in range(16):
        errpact("--ignore", f"EP10{number}")
    kept = set((project / ".errpact_cache/runs").iterdir())
    assert len(kept) == 16
    assert first not in kept


def test_runs_side_by_side_do_not_disturb_one_another(project: Path) -> None:
    words = [sys.executable, "-m", "errpact", "lint", "--select", "EP9"]
    runs = [subprocess.Popen(words, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    said = {run.communicate() for run in runs}
    assert len(said) == 1
    assert {run.returncode for run in runs} == {0}
    assert not list(project.rglob("*.tmp"))


def test_the_answer_does_not_depend_on_the_hash_seed(project: Path) -> None:
    def run(seed: str) -> bytes:
        words = [sys.executable, "-m", "errpact", "lint", "--no-cache", "--output-format", "json", "--exit-zero"]
        return subprocess.run(
            words, cwd=project, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout

    assert run("1") == run("2")
