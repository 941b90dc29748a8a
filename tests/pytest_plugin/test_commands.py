"""`errpact serve`, `errpact replay`, `errpact init`."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from errpact.cli import main
from errpact.pytest_plugin import failures

Serve = Callable[..., tuple[str, "subprocess.Popen[str]"]]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start `errpact serve` and give its URL and process."""
    started: list[subprocess.Popen[str]] = []

    def start(*args: str) -> tuple[str, subprocess.Popen[str]]:
        command = [sys.executable, "-m", "errpact", "serve", *args]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        started.append(process)
        assert process.stdout is not None
        first = process.stdout.readline()
        match = re.search(r"http://127\.0\.0\.1:\d+", first)
        assert match, first
        return match[0], process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_serve_a_case_then_success(serve: Serve, tmp_path: Path) -> None:
    body = tmp_path / "success.json"
    body.write_text('{"rows": [1]}')
    url, process = serve("flanks", "--case", "50002", "--script", "fail:2", "--success", str(body))
    replies = [requests.post(f"{url}/a?cpf=123", json={}, timeout=5) for _ in range(4)]
    assert [r.status_code for r in replies] == [400, 400, 200, 400]
    assert replies[0].json()["error_code"] == 50002
    assert replies[2].json() == {"rows": [1]}
    process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=10)
    assert process.returncode == 0
    assert "POST /a → 400 flanks:main:50002 (attempt 1)" in out
    assert "(attempt 2, " in out
    assert "123" not in out


def test_serve_the_case_that_a_request_names(serve: Serve) -> None:
    url, _ = serve("khipu")
    listed = requests.get(f"{url}/errpact", timeout=5).json()
    case = "khipu:main:E200-E299+RETRY_IMMEDIATELY"
    assert case in listed
    reply = requests.get(url, headers={"X-Errpact-Case": case}, timeout=5)
    assert reply.json()["Error"]["Type"] == "RETRY_IMMEDIATELY"
    assert requests.get(url, timeout=5).status_code == 404


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("flansk",), "did you mean flanks"),
        (("flanks", "--case", "flanks:main:500002"), "did you mean"),
        (("flanks", "--script", "sometimes"), "`always` or `fail:N`"),
        (("flanks", "--success", "missing.json"), "missing.json: cannot be read as JSON"),
        (("flanks", "--case", "missing.json"), "missing.json: cannot be read"),
        (("flanks", "--port", "99999"), "choose another --port"),
    ],
)
def test_serve_says_what_is_wrong(args: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *args]) == 2
    assert message in capsys.readouterr().err


@pytest.fixture
def failure(consumer: pytest.Pytester) -> Path:
    """A failure that a contract test wrote."""
    consumer.makepyfile(
        test_contract="""
        import pytest
        from client import SUCCESS, naive

        @pytest.mark.errpact("flanks", codes=[50002])
        def test_it(errpact_case):
            errpact_case.check(naive, success=SUCCESS)
        """
    )
    consumer.runpytest("-q")
    [file] = (consumer.path / ".pytest_cache/d/errpact").glob("*.json")
    return file


def test_replay_fails_until_the_client_is_mended(failure: Path, consumer: pytest.Pytester) -> None:
    result = consumer.run(sys.executable, "-m", "errpact", "replay", str(failure), "--", "-q")
    assert result.ret == 1
    result.stdout.fnmatch_lines(["flanks:main:50002: recognise, no-retry broken", "*1 example*"])
    client = consumer.path / "client.py"
    client.write_text(client.read_text() + "\nnaive = good\n")
    result = consumer.run(sys.executable, "-m", "errpact", "replay", str(failure), "--", "-q")
    assert result.ret == 0


def test_replay_serves_any_client(failure: Path, serve: Serve) -> None:
    url, _ = serve("flanks", "--case", str(failure))
    assert requests.get(url, timeout=5).json() == {"error": "a", "error_code": 50002}


@pytest.mark.parametrize(
    ("text", "message"),
    [(None, "cannot be read"), ("{", "is not JSON"), ("{}", "is no failure of errpact"), ("[]", "is no failure")],
)
def test_replay_says_what_is_wrong(
    text: str | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "failure.json"
    if text is not None:
        file.write_text(text)
    assert main(["replay", str(file)]) == 2
    assert message in capsys.readouterr().err


def test_replay_of_a_test_that_is_gone(failure: Path, consumer: pytest.Pytester) -> None:
    (consumer.path / "test_contract.py").write_text("def test_other():\n    pass\n")
    result = consumer.run(sys.executable, "-m", "errpact", "replay", str(failure), "--", "-q")
    assert result.ret == 2
    result.stderr.fnmatch_lines(["*pytest does not find test_contract.py::test_it*renamed*"])


def test_a_place_that_cannot_be_written_costs_the_replay_only(tmp_path: Path) -> None:
    assert failures.write(None, {"nodeid": "a"}) is None
    assert failures.write(tmp_path / "missing", {"nodeid": "a::b"}) is None


class TestInit:
    """`errpact init`."""

    @pytest.fixture(autouse=True)
    def _in_a_repository(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "bank.py").write_text('URL = "https://api.flanks.io/v0"\n')

    def test_finds_the_provider_and_never_overwrites(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["init"]) == 0
        test = tmp_path / "tests/test_flanks_errors.py"
        written = {p: p.read_text() for p in (test, tmp_path / "pyproject.toml")}
        assert '@pytest.mark.errpact("flanks"' in written[test]
        assert 'paths = ["bank.py"]' in written[tmp_path / "pyproject.toml"]
        capsys.readouterr()
        assert main(["init"]) == 0
        assert capsys.readouterr().out.count("left as it is") == 2
        assert {p: p.read_text() for p in written} == written
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:asyncio"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert "24 skipped" in done.stdout, done.stdout + done.stderr

    def test_adds_to_a_configuration(self, tmp_path: Path) -> None:
        (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n\n[tool.errpact.pytest]\nrobust = true\n')
        assert main(["init", "khipu", "--tests", "t"]) == 0
        text = (tmp_path / "pyproject.toml").read_text()
        assert text.startswith('[project]\nname = "x"')
        assert text.count("[tool.errpact.pytest]") == 1
        assert (tmp_path / "t/test_khipu_errors.py").exists()

    @pytest.mark.parametrize(
        ("files", "paths"),
        [
            (("bank.py", "shop/pay.py", "tests/test_pay.py", "tests/help.py"), '["bank.py", "shop/**"]'),
            (("bank.py", "src/shop/pay.py"), '["src/**"]'),
        ],
    )
    def test_a_named_provider_that_no_file_names(self, tmp_path: Path, files: tuple[str, ...], paths: str) -> None:
        for name in files:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("URL = get()\n")
        assert main(["init", "khipu"]) == 0
        assert f"paths = {paths}" in (tmp_path / "pyproject.toml").read_text()

    def test_says_what_is_wrong(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["init", "kipu"]) == 2
        assert "did you mean khipu" in capsys.readouterr().err
        (tmp_path / "bank.py").unlink()
        assert main(["init"]) == 2
        assert "name one:" in capsys.readouterr().err
        (tmp_path / "pyproject.toml").write_text("[broken")
        assert main(["init", "khipu"]) == 2
        assert "not valid TOML" in capsys.readouterr().err
