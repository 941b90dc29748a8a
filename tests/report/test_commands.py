"""`errpact matrix` and `errpact merge` as commands: what is linted, read, written, and told of wrong input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from errpact.cli import main

from .samples import FORBIDDEN, WAITING, finding, item, lint, operation, results

CLIENT = """\
import requests

def accounts(token):
    for _ in range(3):
        reply = requests.post("https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=9)
        if reply.status_code == 200:
            return reply.json()["accounts"]
    raise RuntimeError("no accounts")
"""
ACCEPT = f"""\
[tool.errpact]
[[tool.errpact.accept]]
case = "{FORBIDDEN}"
obligation = "no-retry"
why = "agreed with them"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "client.py").write_text(CLIENT, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.errpact]\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, value: Any) -> str:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path.name


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    """What a command prints; on standard error too for what the user must mend."""
    assert main(arguments) == code
    captured = capsys.readouterr()
    return captured.err if code == 2 else captured.out


def matrix_of(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    return json.loads(told(capsys, "matrix", "--no-cache", "--output-format", "json", *arguments, code=code))


def cell(data: Any, obligation: str = "no-retry") -> Any:
    (row,) = [r for r in data["rows"] if r["case"] == FORBIDDEN]
    return row["cells"][obligation]


def test_paths_are_linted_and_joined_with_results(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(project / "r.json", results(item(FORBIDDEN, {"no-retry": "kept", "same-key": "kept"})))
    data = matrix_of(capsys, "client.py", "--results", file, code=1)
    found = cell(data)
    assert (found["lint"], found["tests"]) == ("broken", "kept")
    assert found["operations"] == [{"name": "accounts", "path": "client.py", "line": 3, "state": "broken"}]
    assert [(f["rule"], f["path"]) for f in found["findings"]] == [("EP101", "client.py")]
    assert {
        "provider": "flanks",
        "case": FORBIDDEN,
        "obligation": "no-retry",
        "lint": "broken",
        "tests": "kept",
    } in data["disagreements"]


@pytest.mark.parametrize("path", [".", "client.py"])
def test_paths_may_follow_the_results(project: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    file = write(project / "r.json", results(item(FORBIDDEN, {"no-retry": "kept"})))
    found = cell(matrix_of(capsys, "--results", file, path, code=1))
    assert (found["lint"], found["tests"]) == ("broken", "kept")


def test_without_paths_the_current_folder_is_linted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cell(matrix_of(capsys, code=1))["lint"] == "broken"


@pytest.mark.parametrize(
    ("comment", "settings", "why"),
    [
        ("  # errpact: ignore[EP101] their sandbox", "", "their sandbox"),
        ("", '[tool.errpact.per-file-ignores]\n"client.py" = ["EP101"]\n', "per-file-ignores of client.py"),
    ],
)
def test_what_is_suppressed_is_shown_as_that_and_by_both_ways_in(
    project: Path, capsys: pytest.CaptureFixture[str], comment: str, settings: str, why: str
) -> None:
    """Linted on the spot, and by way of lint's JSON."""
    marked = CLIENT.replace("== 200:\n", f"== 200:{comment}\n")
    (project / "client.py").write_text(marked, encoding="utf-8")
    (project / "pyproject.toml").write_text(f"[tool.errpact]\n{settings}", encoding="utf-8")
    told(capsys, "lint", "--no-cache", "--exit-zero", "--output-format", "json=lint.json", "client.py")
    for way in (("client.py",), ("--lint", "lint.json")):
        found = cell(matrix_of(capsys, *way, code=1))
        assert found["lint"] == "suppressed"
        assert [(f["rule"], f["suppressed"], f["why"]) for f in found["findings"]] == [("EP101", True, why)]
        assert {o["why"] for o in found["operations"]} == {why}


def test_an_acceptance_of_the_configuration_is_shown(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "pyproject.toml").write_text(ACCEPT, encoding="utf-8")
    file = write(project / "r.json", results(item(FORBIDDEN, {"no-retry": "broken"})))
    found = cell(matrix_of(capsys, "--results", file, code=1))
    assert (found["lint"], found["tests"]) == ("accepted", "accepted")
    assert found["operations"][0]["why"] == "agreed with them"


def test_lint_json_stands_for_linting(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "client.py").write_text("not python(", encoding="utf-8")
    file = write(project / "l.json", lint(operation({FORBIDDEN: {"no-retry": "kept"}})))
    assert cell(matrix_of(capsys, "--lint", file))["lint"] == "kept"


def test_several_projects_each_have_their_configuration(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    inner = project / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text(
        ACCEPT.replace("why", 'paths = ["inner/**", "other.py"]\nwhy'), encoding="utf-8"
    )
    (inner / "other.py").write_text(CLIENT, encoding="utf-8")
    by_path = {o["path"]: o["state"] for o in cell(matrix_of(capsys, code=1))["operations"]}
    assert by_path == {"client.py": "broken", "inner/other.py": "accepted"}


def test_the_exit_code_says_whether_something_is_broken(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = write(project / "k.json", lint(operation({FORBIDDEN: {"no-retry": "kept"}})))
    broken = write(project / "b.json", lint(operation({FORBIDDEN: {"no-retry": "broken"}})))
    assert "0 broken" in told(capsys, "matrix", "--lint", kept)
    assert "1 broken" in told(capsys, "matrix", "--lint", broken, code=1)
    assert "1 broken" in told(capsys, "matrix", "--lint", broken, "--exit-zero")


@pytest.mark.parametrize("command", ["matrix", "merge"])
@pytest.mark.parametrize(
    ("content", "message"),
    [(None, "cannot be read: No such file"), (b"{", "is no JSON"), (b"{}", "neither `operations` nor `items`")],
)
def test_a_wrong_file_is_told(
    command: str, content: bytes | None, message: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (project / "r.json").write_bytes(content)
    before = ["--results"] if command == "matrix" else []
    error = told(capsys, command, *before, "r.json", code=2)
    assert error.startswith("errpact: error: r.json: ")
    assert message in error


def test_a_folder_is_no_results(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "cannot be read: Is a directory" in told(capsys, "merge", ".", code=2)


def test_merged_files_give_the_same_matrix(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = write(project / "l.json", lint(operation({FORBIDDEN: {"no-retry": "broken"}}), findings=(finding(),)))
    two = write(project / "t.json", results(item(FORBIDDEN, {"no-retry": "kept"})))
    told(capsys, "merge", one, two, "-o", "all.json")
    apart = told(capsys, "matrix", "--lint", one, "--results", two, code=1)
    assert told(capsys, "matrix", "--results", "all.json", code=1) == apart


def test_merged_lint_is_sarif_too(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = write(project / "1.json", lint(findings=(finding(),)))
    two = write(project / "2.json", lint(findings=(finding(), finding(path="src/other.py"))))
    (run,) = json.loads(told(capsys, "merge", one, two, "--output-format", "sarif"))["runs"]
    places = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in run["results"]]
    assert places == ["src/client.py", "src/other.py"]


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (results(item(FORBIDDEN, {})), "hold no results of lint"),
        (lint(findings=({k: v for k, v in finding().items() if k != "codes"},)), "so there is no SARIF"),
        (lint(errors=["oops"]), "so there is no SARIF"),
    ],
)
def test_what_has_no_sarif_is_told(value: Any, message: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(project / "x.json", value)
    assert message in told(capsys, "merge", file, "--output-format", "sarif", code=2)


def test_an_output_that_cannot_be_written_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(project / "x.json", results())
    assert "cannot be written" in told(capsys, "merge", file, "-o", "missing/all.json", code=2)


def test_a_path_outside_the_project_is_never_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Results may come from elsewhere; the page must not quote whatever file they name."""
    from errpact.cli.matrix import _Lines

    (project.parent / "secret.py").write_text("password = 1\n", encoding="utf-8")
    (project / "link.py").symlink_to(project.parent / "secret.py")
    (project / "pass.txt").write_text("password\n", encoding="utf-8")
    lines = _Lines([project])
    assert lines("client.py", 1) == "import requests"
    absolute = str(project.parent / "secret.py")
    assert [lines(p, 1) for p in ("../secret.py", absolute, "link.py", "pass.txt", "none.py")] == [""] * 5
    assert [lines("client.py", n) for n in (0, -1, 999)] == [""] * 3


def test_the_example_client_is_judged_alike_by_both_engines(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Real lint and real contract tests of examples/consumer, on three of its cases."""
    consumer = root / "examples" / "consumer"
    pytest_run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:asyncio"]
    wanted = "reading_accounts and main and (20003 or 400/40001)"
    tried = tmp_path / "naive.json"
    subprocess.run(
        [*pytest_run, "--errpact-json", str(tried), "-k", wanted, "tests/test_naive.py"], cwd=consumer, check=False
    )
    monkeypatch.chdir(consumer)
    data = matrix_of(capsys, "naive", "--results", str(tried), code=1)
    by_case = {r["case"]: r["cells"] for r in data["rows"]}
    for case, obligation in ((FORBIDDEN, "no-retry"), (WAITING, "wait"), ("flanks:main:202/20003", "recognise")):
        found = by_case[case][obligation]
        assert (found["lint"], found["tests"]) == ("broken", "broken"), case
    assert [d for d in data["disagreements"] if d["case"] in (FORBIDDEN, WAITING)] == []
    careful = matrix_of(capsys, "careful")
    assert {c["lint"] for r in careful["rows"] for c in r["cells"].values()} == {"kept", "not-tried"}


def test_a_fault_of_errpact_is_told_and_the_rest_shown(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from errpact.lint import analyse, workers

    def failing(*_: Any) -> Any:
        raise RuntimeError("oops")

    monkeypatch.setattr(analyse, "analyse", failing)
    # In this process, where the fault is; another one may be started afresh.
    monkeypatch.setattr(workers, "run", lambda units, work, jobs, **_: [work(unit) for unit in units])
    file = write(project / "r.json", results(item(FORBIDDEN, {"no-retry": "kept"})))
    assert main(["matrix", "--no-cache", "client.py", "--results", file]) == 2
    captured = capsys.readouterr()
    assert FORBIDDEN in captured.out
    assert "oops; this is a fault of errpact" in captured.err


def test_the_page_is_written_whole_or_not_at_all(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(project / "l.json", lint(operation({FORBIDDEN: {"no-retry": "kept"}})))
    told(capsys, "matrix", "--lint", file, "--html", "m.html")
    assert (project / "m.html").read_text(encoding="utf-8").endswith("</html>\n")
    assert "cannot be written" in told(capsys, "matrix", "--lint", file, "--html", "missing/m.html", code=2)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_the_table_fits_the_encoding(encoding: str, project: Path) -> None:
    file = write(project / "l.json", lint(operation({FORBIDDEN: {"no-retry": "kept"}}, name="größe")))
    command = [sys.executable, "-m", "errpact", "matrix", "--each", "--lint", file]
    done = subprocess.run(command, env=os.environ | {"PYTHONIOENCODING": encoding}, capture_output=True, check=True)
    text = done.stdout.decode(encoding)
    assert ("✓" if encoding == "utf-8" else "+") in text
    assert ("gr\\xf6\\xdfe" if encoding == "ascii" else "größe") in text


def test_a_closed_pipe_is_no_error(project: Path) -> None:
    items = [item(FORBIDDEN, {"no-retry": "kept"}, nodeid=f"t.py::test_{n}") for n in range(3000)]
    file = write(project / "t.json", results(*items))
    command = f"{sys.executable} -m errpact merge {file} | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("{\n", "")
