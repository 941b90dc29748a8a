"""`errpact lint` as people call it: exit codes, outputs, mistakes, nothing written by halves."""

from __future__ import annotations

import functools
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from errpact.cli import _lint_run, main
from errpact.lint import engine
from errpact.lint.finding import Analysis, Edit, Finding, Fix, InternalError, Severity
from errpact.lint.work import Analyse

CLIENT = 'import requests\nx = requests.post("https://api.flanks.io/v0/token", timeout=3).json()["code"] == "20003"\n'
Run = Callable[..., tuple[int, str, str]]


def stand_in(monkeypatch: pytest.MonkeyPatch, analyse: Analyse) -> None:
    """Let the command use another analysis."""
    monkeypatch.setattr(_lint_run, "lint", functools.partial(engine.run, analyse=analyse))


def findings_in(data: bytes, path: str) -> tuple[Finding, ...]:
    """A finding for each place that compares with a string, with its fix."""
    at = data.find(b'"20003"')
    if at < 0:
        return ()
    fix = Fix("an integer", (Edit(path, at, at + 7, "20003"),), safe=True)
    line = data.count(b"\n", 0, at) + 1
    return (Finding("EP302", "code-type-mismatch", Severity.ERROR, path, line, "a string", provider="flanks", fix=fix),)


@pytest.fixture
def errpact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in an empty project with a stand-in for the analysis."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    stand_in(monkeypatch, lambda unit, *_: Analysis(tuple(f for s in unit.files for f in findings_in(s.data, s.path))))

    def run(*words: str) -> tuple[int, str, str]:
        code = main(["lint", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def client(tmp_path: Path) -> Path:
    file = tmp_path / "client.py"
    file.write_text(CLIENT)
    return file


def test_clean_is_0_and_findings_are_1(errpact: Run, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    assert errpact() == (0, "No findings (1 file checked, 0 analysed).\n", "")
    (tmp_path / "client.py").write_text(CLIENT)
    code, out, _ = errpact()
    assert code == 1
    assert out.startswith("client.py:2:1: error: EP302 code-type-mismatch [fix]: a string\n")
    assert errpact("--exit-zero")[0] == 0


def test_an_info_alone_is_0(errpact: Run, client: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = Finding("EP902", "unresolved", Severity.INFO, "client.py", 1, "lost")
    stand_in(monkeypatch, lambda *_: Analysis(unresolved=(info,)))
    assert errpact()[:2] == (0, "No findings (1 file checked, 1 analysed).\n")
    code, out, _ = errpact("--show-unresolved")
    assert code == 0
    assert "info: EP902 unresolved: lost" in out


def test_an_internal_error_is_2_and_the_rest_is_printed(
    errpact: Run, client: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Analysis:
        return Analysis(
            findings_in(client.read_bytes(), "client.py"), errors=(InternalError("EP203", "client.py", "x"),)
        )

    stand_in(monkeypatch, broken)
    code, out, err = errpact("--exit-zero")
    assert code == 2
    assert "EP302" in out
    assert "internal error in EP203 at client.py: x; this is a fault of errpact" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("nowhere",), "nowhere: no such file or folder; check the path"),
        (("/dev/zero",), "/dev/zero: is no file; name a file or folder"),
        (("pipe.py",), "pipe.py: is no file; name a file or folder"),
        (("--output-format", "xml"), "'xml' is unknown"),
        (("--output-format", "jsn"), "did you mean json"),
        (("--output-format", "text,json"), "two output formats can't both be printed"),
        (("--output-file", "no/such/folder/x"), "cannot be written"),
        (("--output-format", "json=."), "cannot be written"),
        (("--output-format", "json=x.json", "--output-file", "y"), "no format left"),
        (("--fix", "--diff"), "--fix and --diff can't be used together"),
        (("--baseline", "a", "--write-baseline", "b"), "can't be used together"),
        (("--stdin-filename", "x.py", "y.py"), "--stdin-filename takes no other paths"),
        (("--select", "EP123"), "no rule is called 'EP123'"),
        (("--config", "no.toml"), "no.toml: cannot be read"),
        (("--baseline", "no.json"), "no.json: cannot be read"),
        (("--since", "nosuchrevision"), "--since: git says"),
    ],
)
def test_mistakes_are_told_in_one_line_and_2(errpact: Run, client: Path, words: tuple[str, ...], message: str) -> None:
    os.mkfifo("pipe.py")
    code, out, err = errpact(*words)
    assert code == 2
    assert message in err
    assert err.startswith("errpact: error: ")
    assert err.count("\n") == 1
    assert out == ""


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("[tool.errpact]\nselct = []\n", "unknown key; did you mean select?"),
        ("[tool.errpact\n", "not valid TOML"),
        (
            '[[tool.errpact.client]]\nprovider = "flank"\npaths = ["**"]\n',
            "unknown provider 'flank'; did you mean flanks",
        ),
        (
            '[[tool.errpact.client]]\nprovider = "klavi"\npaths = ["**"]\nsurface = "opendata"\n',
            "unknown surface 'opendata' of klavi; did you mean open-data?",
        ),
        ('[tool.errpact]\ncontracts = ["no/*.toml"]\n', "matches no file"),
        ('[tool.errpact]\nselect = ["EP999"]\n', "no rule is called 'EP999'"),
    ],
)
def test_a_bad_configuration_is_2(errpact: Run, client: Path, config: str, message: str) -> None:
    Path("pyproject.toml").write_text(config)
    code, _, err = errpact()
    assert code == 2
    assert message in err
    assert "Traceback" not in err


def test_several_outputs_at_once(errpact: Run, client: Path) -> None:
    code, out, _ = errpact("--output-format", "text,json=out.json", "--output-format", "sarif=out.sarif")
    assert code == 1
    assert "Found 1 error" in out
    assert json.loads(Path("out.json").read_text())["findings"][0]["path"] == "client.py"
    assert json.loads(Path("out.sarif").read_text())["runs"][0]["results"]
    assert errpact("--output-format", "json", "--output-file", "only.json")[1] == ""
    assert Path("only.json").read_text() == Path("out.json").read_text()


def test_paths_are_shown_from_where_one_stands(errpact: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg/client.py").write_text(CLIENT)
    (tmp_path / "pyproject.toml").write_text("[tool.errpact]\n")
    monkeypatch.chdir(tmp_path / "pkg")
    assert errpact()[1].startswith("client.py:2:1")
    # what machines read doesn't depend on it
    here = errpact("--output-format", "json")[1]
    monkeypatch.chdir(tmp_path)
    assert errpact("pkg", "--output-format", "json")[1] == here
    assert errpact(str(tmp_path / "pkg" / ".." / "pkg" / "client.py"), "--output-format", "json")[1] == here
    assert json.loads(here)["findings"][0]["path"] == "pkg/client.py"


def test_colour_as_terminals_expect(errpact: Run, client: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in errpact()[1]
    assert "\x1b" in errpact("--color", "always")[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" in errpact()[1]
    assert "\x1b" not in errpact("--color", "never")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in errpact()[1]


def test_a_baseline_is_written_used_and_told(errpact: Run, client: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = errpact("--write-baseline")
    assert (code, out) == (0, "")
    assert err == ".errpact-baseline.json: 1 finding accepted; use it with --baseline .errpact-baseline.json\n"
    assert errpact("--baseline", ".errpact-baseline.json")[0] == 0
    Path("pyproject.toml").write_text('[tool.errpact]\nbaseline = ".errpact-baseline.json"\n')
    assert errpact()[0] == 0
    client.write_text("import os\n\n\n" + CLIENT)
    assert errpact()[0] == 0
    # written again, it holds what is there, not what is new
    assert "1 finding accepted" in errpact("--write-baseline")[2]
    Path("below").mkdir()
    monkeypatch.chdir("below")
    assert errpact("..")[0] == 0


def test_fixes_are_shown_then_applied_once(errpact: Run, client: Path) -> None:
    client.chmod(0o640)
    code, out, err = errpact("--diff")
    assert code == 1
    assert "+x = requests" in out
    assert err == "errpact: 1 would be fixed in 1 file\n"
    assert client.read_text() == CLIENT
    code, out, err = errpact("--fix")
    assert (code, err) == (0, "errpact: 1 fixed in 1 file\n")
    assert client.read_text() == CLIENT.replace('"20003"', "20003")
    assert client.stat().st_mode & 0o777 == 0o640
    assert errpact("--fix") == (0, "No findings (1 file checked, 1 analysed).\n", "")
    assert errpact("--diff")[:2] == (0, "")


def test_an_unused_suppression_is_removed(errpact: Run, tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("x = 1  # errpact: ignore[EP101] gone\n")
    assert errpact()[0] == 1
    assert errpact("--fix")[0] == 0
    assert file.read_text() == "x = 1\n"


def test_standard_input_stands_for_a_file(errpact: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    class Stdin:
        buffer = io.BytesIO(CLIENT.encode())

    (tmp_path / "client.py").write_text("x = 1\n")
    monkeypatch.setattr(sys, "stdin", Stdin)
    code, out, _ = errpact("--stdin-filename", "client.py")
    assert code == 1
    assert out.startswith("client.py:2:1")


def test_only_changed_lines_since_a_revision(errpact: Run, tmp_path: Path) -> None:
    def git(*words: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@localhost", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *words], cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / "old.py").write_text(CLIENT)
    (tmp_path / "older é.py").write_text(CLIENT)
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")
    assert errpact("--since", "HEAD")[0] == 0
    (tmp_path / "old.py").write_text("# moved\n" + CLIENT + "y = 2\n")
    assert errpact("--since", "HEAD")[0] == 0
    (tmp_path / "older é.py").write_text(CLIENT.replace("timeout=3", "timeout=4"))
    (tmp_path / "new.py").write_text(CLIENT)
    out = errpact("--since", "HEAD")[1]
    assert [line.split(":")[0] for line in out.splitlines() if "EP302" in line] == ["new.py", "older é.py"]


def test_the_cache_is_kept_out_of_the_way(errpact: Run, client: Path, capsys: pytest.CaptureFixture[str]) -> None:
    errpact("--no-cache")
    assert not Path(".errpact_cache").exists()
    errpact()
    assert Path(".errpact_cache/.gitignore").read_text() == "*\n"
    assert main(["cache"]) == 0
    assert "KiB" in capsys.readouterr().out
    assert main(["cache", "clean"]) == 0
    assert not Path(".errpact_cache").exists()


def test_the_root_is_the_project_not_where_the_command_runs(
    errpact: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    (project / "src").mkdir(parents=True)
    (project / "setup.py").write_text("")
    (project / "src/client.py").write_text(CLIENT)
    (tmp_path / "unrelated.py").write_text(CLIENT)
    out = errpact("project/src", "--output-format", "json")[1]
    assert [f["path"] for f in json.loads(out)["findings"]] == ["src/client.py"]
    assert (project / ".errpact_cache").exists()


def test_a_folder_with_its_own_configuration_is_a_project_of_its_own(
    errpact: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, config in (("one", '[tool.errpact]\nignore = ["EP302"]\n'), ("two", "[tool.errpact]\n"), ("three", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pyproject.toml").write_text(config)
        (tmp_path / name / "client.py").write_text(CLIENT)
    (tmp_path / ".git").mkdir()

    def paths(*words: str) -> list[str]:
        return [f["path"] for f in json.loads(errpact(*words, "--output-format", "json")[1])["findings"]]

    assert paths() == ["three/client.py", "two/client.py"]
    assert paths("one/client.py", "two/client.py", "three/client.py") == ["three/client.py", "two/client.py"]
    assert paths("two") == ["client.py"]
    assert paths("--config", "two/pyproject.toml", ".") != paths()
    assert errpact("two", "--output-format", "github")[1].startswith("::error file=two/client.py,")
    _, diff, _ = errpact("--diff")
    assert "--- a/two/client.py" in diff
    assert "one/client.py" not in diff
    errpact("--fix")
    assert [(tmp_path / n / "client.py").read_text() == CLIENT for n in ("one", "two", "three")] == [True, False, False]


SHELL = [sys.executable, "-m", "errpact", "lint"]


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"f{number}.py").write_bytes(b"\xff" * 200)
    reader = subprocess.Popen(
        SHELL, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    assert reader.stdout is not None
    assert reader.stderr is not None
    reader.stdout.readline()
    reader.stdout.close()
    assert b"Traceback" not in reader.stderr.read()
    reader.stderr.close()
    assert reader.wait() in (1, 141)


@pytest.mark.parametrize("line", [0, 3, 9999])
def test_why_of_a_line_that_is_not_there(client: Path, capsys: pytest.CaptureFixture[str], line: int) -> None:
    assert main(["why", f"{client}:{line}"]) == 2
    assert capsys.readouterr().err == (
        f"errpact: error: {client}:{line}: there is no such line; {client} has 2 lines, from 1\n"
    )


def test_the_help_names_the_exit_codes_of_what_is_cut_short(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "130 interrupted, 141 the reader of the output is gone" in capsys.readouterr().out


def test_a_deleted_folder_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for command in ("lint", "config", "matrix"):
        assert main([command]) == 2
        assert capsys.readouterr().err == (
            "errpact: error: the current folder has been deleted; change to one that exists\n"
        )


def test_who_closes_standard_output_hears_nothing(tmp_path: Path) -> None:
    (tmp_path / "client.py").write_bytes(b"\xff")
    for words, code in (["lint"], 1), (["contracts"], 0):
        command = shlex.join([*SHELL[:3], *words])
        done = subprocess.run(["sh", "-c", f"{command} >&-"], cwd=tmp_path, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.parametrize("words", [["why", "client.py:1"], ["serve", "flanks"], ["replay", "x.json"]], ids=" ".join)
def test_a_missing_extra_is_named(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "client.py").write_text("# errpact: provider=flanks\n")
    hidden = "import sys; sys.modules.update(libcst=None, hypothesis=None, pytest=None)"
    code = f"{hidden}; from errpact.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run([sys.executable, "-c", code, *words], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert b"which is not installed; run:" in done.stderr


def test_a_link_to_itself_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "loop.py").symlink_to("loop.py")
    (tmp_path / "client.py").write_text("")
    done = subprocess.run([*SHELL, "client.py"], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is full")
@pytest.mark.parametrize("words", [["lint"], ["explain", "EP101"], ["contracts"]], ids=lambda words: words[0])
def test_a_full_disk_is_told(tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "client.py").write_text("")
    with open("/dev/full", "w") as full:
        done = subprocess.run([*SHELL[:3], *words], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"errpact: error: cannot write: ")
    assert done.stderr.count(b"\n") == 1


def test_a_terminal_without_unicode_is_served(tmp_path: Path) -> None:
    (tmp_path / "größe.py").write_bytes(b"\xff")
    done = subprocess.run(
        SHELL, cwd=tmp_path, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"}
    )
    assert done.returncode == 1
    assert done.stdout.startswith(b"gr\\xf6\\xdfe.py:1:1")
    assert done.stderr == b""


PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def test_another_locale_finds_the_same(tmp_path: Path) -> None:
    """The same file has another name there: what the cache holds under the first is not for the second."""
    (tmp_path / "größe").mkdir()
    (tmp_path / "größe" / "client.py").write_text(
        "# errpact: provider=flanks\nimport requests\n\n"
        "def read(t):\n    return requests.post('https://api.flanks.io/v0/x', json=t).json()['accounts']\n",
        "utf-8",
    )
    counts = []
    for more in ({"PYTHONUTF8": "1"}, PLAIN, {"PYTHONUTF8": "1"}):
        done = subprocess.run(
            [*SHELL[:3], "lint"], cwd=tmp_path, capture_output=True, check=False, env={**os.environ, **more}
        )
        counts.append((done.returncode, done.stdout.splitlines()[-1].split()[:3]))
    assert counts[0][0] == 1
    assert len({(code, *words) for code, words in counts}) == 1


def test_a_locale_without_unicode_is_served(tmp_path: Path) -> None:
    command = [*SHELL[:3], "explain", "50002"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, env={**os.environ, **PLAIN})
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("name", ["text", "json", "sarif", "github", "gitlab", "junit"])
def test_a_name_that_is_not_utf8_is_shown(tmp_path: Path, name: str) -> None:
    with open(os.fsencode(tmp_path) + b"/\xe9.py", "wb") as file:
        file.write(b"\xff")
    done = subprocess.run([*SHELL, "--output-format", name], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"udce9" in done.stdout or b"%E9" in done.stdout


def test_nothing_heavy_is_imported_where_nothing_is_relevant(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    code = "import sys; from errpact.cli import main; main(['lint']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True)
    loaded = set(done.stdout.split())
    assert not loaded & {"libcst", "hypothesis", "jsonschema", "rich", "pytest", "yaml", "asyncio", "subprocess"}


@pytest.mark.parametrize(
    "words",
    [
        ("lint", ""),
        ("lint", "a.py", ""),
        ("lint", "--config", ""),
        ("lint", "--baseline", ""),
        ("lint", "--output-file", ""),
        ("validate", ""),
        ("matrix", ""),
    ],
)
def test_an_empty_name_is_not_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as told:
        main([*words])
    assert told.value.code == 2
    assert "is empty; name a file or folder" in capsys.readouterr().err


def test_a_missing_baseline_is_told_where_nothing_is_found(errpact: Run) -> None:
    code, _, err = errpact("--baseline", "nowhere.json")
    assert code == 2
    assert "nowhere.json: cannot be read" in err
