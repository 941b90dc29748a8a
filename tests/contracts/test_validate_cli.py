"""The commands `errpact validate` and `errpact schema`: formats, exit codes, progress, missing libraries."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from errpact import schemas
from errpact.cli import main

CAPTURES = Path(__file__).parent / "captures"


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(a) for a in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A warning, two errors, a broken file."""
    (tmp_path / "unknown.json").write_text('{"error": "x", "error_code": 49999}', encoding="utf-8")
    (tmp_path / "shape.json").write_text('{"error": 5, "error_code": "20001"}', encoding="utf-8")
    (tmp_path / "broken, 100%.json").write_text('{"error"\n', encoding="utf-8")
    (tmp_path / "fine.json").write_text('{"status": 401, "body": {"error": "x"}}', encoding="utf-8")
    return tmp_path


def test_text(capsys: pytest.CaptureFixture[str], mixed: Path) -> None:
    code, out, _ = run(capsys, "validate", mixed, "--provider", "flanks")
    assert code == 2, "of a broken file nothing is known"
    assert f"{mixed}/unknown.json: warning: code 49999 is not documented; nearest: 50001, 50002 [unknown-code]" in out
    assert f"{mixed}/shape.json: error: /error: expected string, found integer [shape]" in out
    assert "/error_code: expected integer, found string 20001" in out
    assert f"{mixed}/broken, 100%.json:1: error:" in out
    assert "the captures show 1 of" in out
    assert "    flanks:main:401/no-code\n" in out
    assert out.endswith("4 files, 3 errors, 1 warning\n")


def test_json(capsys: pytest.CaptureFixture[str], mixed: Path) -> None:
    code, out, _ = run(capsys, "validate", mixed, "--provider", "flanks", "--output-format", "json")
    data: dict[str, Any] = json.loads(out)
    assert data["exit_code"] == code == 2
    files = {Path(f["path"]).name: f for f in data["files"]}
    assert files["fine.json"]["covered"] == {"flanks": ["flanks:main:401/no-code"]}
    assert files["unknown.json"]["unknown_codes"] == {"49999": 1}
    assert [p["pointer"] for p in files["shape.json"]["problems"]] == ["/error", "/error_code"]
    assert data["coverage"]["flanks"]["covered"] == ["flanks:main:401/no-code"]
    assert "flanks:main:405/no-code" in data["coverage"]["flanks"]["missing"]


def test_sarif(capsys: pytest.CaptureFixture[str], mixed: Path) -> None:
    _, out, _ = run(capsys, "validate", mixed, "--provider", "flanks", "--output-format", "sarif")
    log = json.loads(out)["runs"][0]
    rules = {rule["id"] for rule in log["tool"]["driver"]["rules"]}
    assert {result["ruleId"] for result in log["results"]} == {"unknown-code", "shape", "not-json"} <= rules
    assert {result["level"] for result in log["results"]} == {"warning", "error"}
    assert any("broken%2C%20100%25.json" in json.dumps(result) for result in log["results"])


def test_sarif_fingerprints_stay_while_lines_move(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    def marks(text: str) -> list[str]:
        (tmp_path / "log.ndjson").write_text(text, encoding="utf-8")
        _, out, _ = run(capsys, "validate", tmp_path / "log.ndjson", "--provider", "flanks", "--output-format", "sarif")
        return [r["partialFingerprints"]["errpact/v1"] for r in json.loads(out)["runs"][0]["results"]]

    bad = '{"error": 5, "error_code": 20001}\n{"error": 5, "error_code": 20001}\n{\n'
    before = marks(bad)
    assert len(before) == len(set(before)) > 2
    assert marks('{"error": "Missing fields: x", "error_code": 40001}\n' + bad) == before


def test_github(capsys: pytest.CaptureFixture[str], mixed: Path) -> None:
    _, out, _ = run(capsys, "validate", mixed, "--provider", "flanks", "--output-format", "github")
    assert f"::warning file={mixed}/unknown.json,line=1,title=unknown-code::code 49999" in out
    assert "broken%2C 100%25.json,line=1,title=not-json::" in out
    assert out.count("::error ") == 3


def test_junit(capsys: pytest.CaptureFixture[str], mixed: Path) -> None:
    _, out, _ = run(capsys, "validate", mixed, "--provider", "flanks", "--output-format", "junit")
    suite = ET.fromstring(out).find(  # noqa: S314 - our own output
        "testsuite"
    )
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("4", "2")
    assert len(suite.findall("testcase/failure")) == 2
    assert len(suite.findall("testcase/system-out")) == 1


def test_exit_codes(capsys: pytest.CaptureFixture[str], mixed: Path) -> None:
    assert run(capsys, "validate", mixed / "fine.json", "--provider", "flanks")[0] == 0
    assert run(capsys, "validate", mixed / "unknown.json", "--provider", "flanks")[0] == 0
    assert run(capsys, "validate", mixed / "unknown.json", "--provider", "flanks", "--strictness", "documented")[0] == 1
    assert run(capsys, "validate", mixed / "shape.json", mixed / "unknown.json", "--provider", "flanks")[0] == 1
    assert run(capsys, "validate", mixed / "broken, 100%.json", "--provider", "flanks")[0] == 2
    assert run(capsys, "validate", mixed / "missing.json", mixed / "shape.json", "--provider", "flanks")[0] == 2
    code, _, err = run(capsys, "validate", mixed, "--provider", "flnks")
    assert (code, err.count("\n")) == (2, 1)
    assert "did you mean flanks" in err


def test_nothing_checked_for_its_host_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    body = {"status": 400, "url": "https://gateway.corp.com/x", "body": {"error": "x", "error_code": 40001}}
    (tmp_path / "a.json").write_text(json.dumps(body), encoding="utf-8")
    assert "name the host with --host" in run(capsys, "validate", tmp_path, "--provider", "flanks")[1]
    assert "1 of 1" in run(capsys, "validate", tmp_path, "--provider", "flanks", "--host", "gateway.corp.com")[1]


def test_many_problems_of_a_kind_are_counted(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.ndjson").write_text('{"error": 5, "error_code": 20001}\n' * 120, encoding="utf-8")
    _, out, _ = run(capsys, "validate", tmp_path, "--provider", "flanks")
    assert out.count("[shape]") == 51
    assert "… and 70 more [shape]" in out


def test_a_bar_on_a_terminal_and_nothing_in_a_pipe(tmp_path: Path) -> None:
    """On standard error: nothing in a pipe; on a terminal what tqdm draws, once it takes longer than half a second."""
    with (tmp_path / "a.ndjson").open("w") as out:
        out.write('{"error": "x", "error_code": 40001}\n' * 600_000)
    command = [sys.executable, "-m", "errpact", "validate", str(tmp_path), "--provider", "flanks"]
    piped = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert piped.stderr == b""
    main_end, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal) as process:
        os.close(terminal)
        bar = b""
        with contextlib.suppress(OSError):  # the terminal's other end is closed
            while piece := os.read(main_end, 4096):  # as it comes: a terminal holds a few pages only
                bar += piece
        drawn, _ = process.communicate(timeout=60)
    os.close(main_end)
    assert drawn == piped.stdout
    assert b"%" in bar


def test_valid_replies_need_no_library(tmp_path: Path) -> None:
    """jsonschema, yaml and tqdm are imported only where they are needed; without them one line says what to install."""
    (tmp_path / "good.json").write_text('{"status": 401, "body": {"error": "x"}}', encoding="utf-8")
    (tmp_path / "bad.json").write_text('{"error": 5, "error_code": 20001}', encoding="utf-8")
    code = (
        "import sys\n"
        "sys.modules.update({n: None for n in ('jsonschema', 'referencing', 'yaml', 'tqdm')})\n"
        "from errpact.cli import main\n"
        f"print(main(['validate', {str(tmp_path / 'good.json')!r}, '--provider', 'flanks']))\n"
        f"print(main(['validate', {str(tmp_path / 'bad.json')!r}, '--provider', 'flanks']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "2"
    assert "0\n" in done.stdout
    assert done.stderr == (
        'errpact: error: this needs jsonschema, which is not installed; run: pip install "errpact[schemas]"\n'
    )


def test_the_command_leaves_heavy_imports_out() -> None:
    code = (
        "import sys\nfrom errpact.cli import main\n"
        f"main(['validate', {str(CAPTURES / 'brick.json')!r}, '--provider', 'brick'])\n"
        "print(sorted({'jsonschema', 'yaml', 'tqdm', 'hypothesis', 'libcst', 'pytest'} & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", schemas.names())
def test_schema_prints_the_shipped_file(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, _ = run(capsys, "schema", name)
    assert code == 0
    assert out == schemas.text(name)


def test_an_open_schema_lets_unknown_codes_pass(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "schema", "flanks", "--strictness", "envelope")
    schema = json.loads(out)
    assert schema["$id"] == "urn:errpact:schema:flanks:envelope"
    assert Draft202012Validator(schema).is_valid({"error": "x", "error_code": 49999})
    assert not Draft202012Validator(schema).is_valid({"error": 5, "error_code": 49999})


def test_export(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = run(capsys, "schema", "export", tmp_path / "new" / "folder")
    assert code == 0
    written = sorted((tmp_path / "new" / "folder").iterdir())
    assert [str(p) for p in written] == sorted(out.split())
    assert {p.name.partition(".")[0] for p in written} == set(schemas.names())
    assert (tmp_path / "new" / "folder" / "khipu.schema.json").read_text("utf-8") == schemas.text("khipu")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["khpu"], "did you mean khipu"),
        (["export"], "export DIR"),
        (["khipu", "somewhere"], "export DIR"),
        (["../contracts/providers/khipu"], "unknown schema"),
        (["export", "/dev/null/x"], "cannot be written"),
    ],
)
def test_schema_mistakes_are_told_in_a_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    code, _, err = run(capsys, "schema", *arguments)
    assert (code, err.count("\n")) == (2, 1)
    assert message in err


def test_the_schema_of_a_users_contract(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.errpact]\ncontracts = ["more.toml"]\n', encoding="utf-8")
    (tmp_path / "more.toml").write_text(
        'format = 1\nextends = "flanks"\ncontract_version = "1.1"\n[[cases]]\ncode = 60001\nkind = "error"\n'
        'envelopes = ["error"]\nmeaning = "New."\nsection = "Mail of support"\n',
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    _, out, _ = run(capsys, "schema", "flanks")
    assert Draft202012Validator(json.loads(out)).is_valid({"error": "x", "error_code": 60001})


def test_what_a_status_would_decide_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"error": "x", "error_code": 40001}', encoding="utf-8")
    _, out, _ = run(capsys, "validate", tmp_path, "--provider", "flanks")
    assert "the captures show 0 of 14" in out
    assert "an HTTP status would decide: flanks:main:400/40001, flanks:main:409/40001\n" in out


def test_several_formats_at_once(capsys: pytest.CaptureFixture[str], mixed: Path) -> None:
    asked = f"text,junit={mixed / 'j.xml'},sarif={mixed / 's.sarif'}"
    code, out, _ = run(capsys, "validate", mixed / "shape.json", "--provider", "flanks", "--output-format", asked)
    assert code == 1
    assert out.endswith("1 file, 2 errors, 0 warnings\n")
    assert ET.parse(mixed / "j.xml").getroot().tag == "testsuites"  # noqa: S314 - our own output
    assert json.loads((mixed / "s.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--output-format", "sarf"), "did you mean sarif"),
        (("--output-format", "json,sarif"), "can't both be printed"),
        (("--output-file", "nowhere/x.txt"), "nowhere/x.txt: cannot be written"),
    ],
)
def test_an_output_that_cannot_be_is_refused_before_the_work(
    capsys: pytest.CaptureFixture[str], mixed: Path, options: tuple[str, ...], problem: str
) -> None:
    code, out, err = run(capsys, "validate", mixed, "--provider", "flanks", *options)
    assert (code, out) == (2, "")
    assert problem in err


def test_what_a_terminal_cannot_show_is_escaped() -> None:
    """Of every command, not only of those that print payloads."""
    for command in (["explain", "brick:main:422/VALOR_INVALIDO"], ["contracts", "brick"], ["explain", "EP101"]):
        done = subprocess.run(
            [sys.executable, "-m", "errpact", *command],
            env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.isascii()


@pytest.mark.parametrize("option", ["--body", "--status"])
def test_a_pointer_starts_with_a_slash(mixed: Path, capsys: pytest.CaptureFixture[str], option: str) -> None:
    with pytest.raises(SystemExit) as stop:
        run(capsys, "validate", "--provider", "flanks", option, "code", mixed / "fine.json")
    assert stop.value.code == 2
    assert f"{option}: 'code' is not a JSON Pointer; start it with /" in capsys.readouterr().err
