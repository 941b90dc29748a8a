"""Output formats: golden files, and what each format's readers demand."""

from __future__ import annotations

import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from errpact.lint.finding import Certainty, Edit, Finding, Fix, InternalError, Operation, Severity
from errpact.lint.report import FORMATS, View, clean, render
from errpact.lint.result import Report, position

GOLDEN = Path(__file__).parent / "golden"
ROOT = Path("/repo/app")
EVIL = "\x1b]0;owned\x07\u202e"
DATA = {
    "src/client.py": b'def fetch():\n\treturn retry(post, on=["20003", 40001])\n',
    "src/größe.py": "x = 'ü日本'; y = call(x)\n".encode(),
}


def report(**parts: Any) -> Report:
    """Findings of every sort: certain and possible, with and without path, fix, range, help."""
    fix = Fix("write the code as an integer", (Edit("src/client.py", 37, 44, "20003"),), safe=True)
    findings = (
        Finding(
            "EP101", "forbidden-retry", Severity.ERROR, "src/client.py", 2,
            "flanks: 40001 is sent again unchanged (its page asks for a corrected request)",
            column=9, end_line=2, end_column=41, provider="flanks",
            cases=("flanks:main:400/40001", "flanks:main:409/40001"), codes=("40001",),
            help="take 40001 out of the retried codes\nand let it reach the caller", fingerprint="a" * 32,
            path_steps=(("src/client.py", 1, "post raises FlanksError for 40001"), ("src/client.py", 2, "retried")),
        ),
        Finding(
            "EP302", "code-type-mismatch", Severity.ERROR, "src/client.py", 2,
            'the code is an integer, "20003" a string',
            column=25, end_line=2, end_column=32, provider="flanks", codes=("20003",), fix=fix, fingerprint="b" * 32,
        ),
        Finding(
            "EP207", "unknown-as-success", Severity.WARNING, "src/größe.py", 1,
            "an unknown code passes, as 100% success",
            column=17, certainty=Certainty.POSSIBLE, provider="flanks", fingerprint="c" * 32,
        ),
        Finding(
            "EP902", "unresolved", Severity.INFO, "src/größe.py", 1, "could not follow call()", fingerprint="d" * 32
        ),
    )  # fmt: skip
    lines = {path: data.decode().split("\n") for path, data in DATA.items()}
    operation = Operation("fetch", "src/client.py", 1, "flanks", {"flanks:main:400/40001": {"no-retry": "broken"}})
    whole: dict[str, Any] = {
        "findings": findings,
        "operations": (operation,),
        "statistics": {"files": 7, "analysed": 2, "suppressed": 1},
        "lines": lines,
        "data": DATA,
    }
    return Report(ROOT, **(whole | parts))


def golden(name: str, text: str) -> None:
    file = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str) -> None:
    base = None if name in ("text", "json") else Path("/repo")
    text = render(report(), name, View(base=base, statistics=True))
    if name == "sarif":
        # the rules' documentation has tests of its own, and errpact's version changes with every release
        text = re.sub(r'"rules": \[.*?\n     \]', '"rules": []', text, flags=re.DOTALL)
    golden(f"report.{name}", re.sub(r'("(?:semanticV|v)ersion": )"\d+\.\d+\.\d+"(?=,\n     )', r'\1"X"', text))


@pytest.mark.parametrize("name", FORMATS)
def test_golden_of_nothing(name: str) -> None:
    empty = Report(ROOT, statistics={"files": 3, "analysed": 0})
    text = render(empty, name, View())
    if name == "sarif":
        assert json.loads(text)["runs"][0]["results"] == []
    else:
        golden(f"empty.{name}", text)


def test_text_in_colour_says_the_same() -> None:
    coloured = render(report(), "text", View(colour=True))
    assert "\x1b[31;1merror\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == render(report(), "text", View())


def test_an_unsafe_change_is_shown_and_called_a_suggestion() -> None:
    edits = (Edit("src/client.py", 37, 44, "20003"), Edit("src/client.py", 0, 3, "async def"))
    finding = Finding(
        "EP302", "code-type-mismatch", Severity.ERROR, "src/client.py", 2, "m", fix=Fix("an integer", edits)
    )
    shown = render(report(findings=(finding,)), "text", View())
    assert shown.split("suggestion: ")[1].split("\n\n")[0].splitlines() == [
        "an integer",
        "      src/client.py:1",
        "      - def fetch():",
        '      -     return retry(post, on=["20003", 40001])',
        "      + async def fetch():",
        "      +     return retry(post, on=[20003, 40001])",
    ]


def hostile() -> Report:
    bad = Finding(
        "EP101", "forbidden-retry", Severity.ERROR, f"a{EVIL}<b>.py", 1, f"m{EVIL}</failure>\n::error::x%0A", column=2,
        help=f"h{EVIL}", path_steps=((f"a{EVIL}<b>.py", 1, f"s{EVIL}"),), fingerprint="e" * 32,
    )  # fmt: skip
    return Report(
        ROOT,
        (bad,),
        errors=(InternalError("EP203", f"x{EVIL}", f"y{EVIL}"),),
        lines={f"a{EVIL}<b>.py": [f"x = '{EVIL}'"]},
    )


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_in_the_source_reaches_the_terminal_raw(name: str) -> None:
    text = render(hostile(), name, View())
    assert not [c for c in text if c != "\n" and not c.isprintable()]
    assert "owned" in text


def test_github_commands_cannot_be_injected() -> None:
    lines = render(hostile(), "github", View()).splitlines()
    assert len(lines) == 2
    assert all(line.startswith("::error ") for line in lines)
    assert "%0A::error::x%250A" in lines[0]


def test_junit_is_well_formed_whatever_it_holds() -> None:
    for it in (hostile(), report(), Report(ROOT)):
        tree = ET.fromstring(render(it, "junit", View()))  # noqa: S314
        assert int(tree.attrib["tests"]) == len(tree.findall(".//testcase"))


def test_github_says_when_it_will_drop_some() -> None:
    errors = [Finding("EP101", "x", Severity.ERROR, "a.py", n, "m") for n in range(1, 12)]
    many = (*errors, Finding("EP207", "x", Severity.WARNING, "a.py", 1, "m"))
    lines = render(Report(ROOT, many[::-1]), "github", View()).splitlines()
    assert [line.split()[0] for line in lines] == ["::error"] * 11 + ["::warning", "::notice"]
    assert "12 findings in all" in lines[-1]


def test_gitlab_fingerprints_differ_by_path() -> None:
    one = report().findings[0]
    entries = json.loads(render(report(findings=(one,)), "gitlab", View()))
    moved = json.loads(render(report(findings=(one,)), "gitlab", View(base=Path("/repo"))))
    assert entries[0]["fingerprint"] != moved[0]["fingerprint"]
    assert moved[0]["location"]["path"] == "app/src/client.py"


def test_json_has_the_stable_keys() -> None:
    data = json.loads(render(report(), "json", View()))
    assert {"version", "findings", "operations", "statistics"} <= set(data)
    for finding in data["findings"]:
        assert {
            "rule", "name", "severity", "certainty", "provider", "cases", "codes", "path", "line", "column",
            "end_line", "end_column", "message", "help", "fix", "fingerprint",
        } <= set(finding)  # fmt: skip
        assert finding == Finding.of(finding).data()
    assert data["operations"][0]["verdicts"] == {"flanks:main:400/40001": {"no-retry": "broken"}}


def test_sarif_holds_together() -> None:
    run = json.loads(render(report(), "sarif", View(base=Path("/repo"))))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]["errpact/v1"]
    first, second, third, _ = run["results"]
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "app/src/client.py"
    assert third["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "app/src/gr%C3%B6%C3%9Fe.py"
    assert len(first["codeFlows"][0]["threadFlows"][0]["locations"]) == 2
    replacement = second["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == "20003"
    assert replacement["deletedRegion"] == {"startLine": 2, "startColumn": 25, "endLine": 2, "endColumn": 32}


def test_a_path_outside_the_base_is_absolute() -> None:
    view = View(base=Path("/elsewhere"))
    assert view.path(ROOT, "a.py") == "/repo/app/a.py"
    assert view.path(ROOT, "/tmp/x.py") == "/tmp/x.py"  # noqa: S108


def test_positions_count_characters() -> None:
    data = "a\nü日x".encode()
    assert position(data, len(data) - 1) == (2, 3)


@pytest.mark.parametrize(("text", "shown"), [("a\tb", "a\\tb"), ("\x9b1m", "\\x9b1m"), ("é日", "é日"), ("\r", "\\r")])
def test_control_characters_are_shown(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_what_is_not_shown_is_told_below_the_summary() -> None:
    lost = Operation("poll", "src/client.py", 1, "flanks", complete=False)
    one = report(findings=(), operations=(lost,), statistics={"files": 7, "hidden-possible": 1, "not-followed": 1})
    assert render(one, "text", View()).splitlines()[-3:] == [
        "No findings (7 files checked, 0 analysed).",
        "1 possible finding hidden; --possible shows it.",
        "1 operation could not be followed to its end; --show-unresolved names it.",
    ]
    more = report(statistics={"files": 7, "hidden-possible": 2, "not-followed": 2})  # with an EP902 that names them
    assert render(more, "text", View()).splitlines()[-2:] == [
        "2 possible findings hidden; --possible shows them.",
        "2 operations could not be followed to their end.",
    ]


def test_sarif_notes_an_operation_that_was_not_followed() -> None:
    lost = Operation("poll", "src/client.py", 5, "flanks", complete=False)
    run = json.loads(render(report(operations=(lost,)), "sarif", View(base=Path("/repo"))))["runs"][0]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    (note,) = invocation["toolExecutionNotifications"]
    assert (note["level"], note["message"]["text"]) == ("warning", "poll could not be followed to its end")
    place = note["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]) == ("app/src/client.py", {"startLine": 5})
