"""Files that are broken, huge or hostile: one clear message each, the rest is checked, nothing is fetched or run."""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
import sys
import threading
import time
import zlib
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
import yaml

from errpact import contracts
from errpact.contracts.validation import FileReport, Options, Severity, validate
from errpact.contracts.validation import bodies as bodies_module
from errpact.contracts.validation import documents as documents_module
from errpact.contracts.validation import ndjson as ndjson_module
from errpact.contracts.validation import own_files as own_files_module
from errpact.contracts.validation.binding import Binding

ERROR = json.dumps({"error": "text", "error_code": 40001})


@pytest.fixture(autouse=True)
def _no_sockets(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        pytest.fail("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


def check(path: Path, content: bytes | str | None = None, provider: str | None = "flanks") -> FileReport:
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return validate([str(path)], Options(provider=provider), Binding(Path("/"), provider)).files[0]


def told(report: FileReport) -> list[tuple[str, int | None, str]]:
    return [(p.kind, p.line, p.message) for p in report.problems]


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ('{\n  "error": "text",\n', 2, "ends too early"),
        ("", 1, "is empty"),
        ("not json", 1, "expecting value"),
        ('{"error": "text" "x"}', 1, "expecting ',' delimiter"),
        (b"\xff\xfe{}", 1, "not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "binary"),
        (b"\0" * 100, 1, "binary"),
        ('{"error_code": NaN}', 1, "NaN is not JSON"),
        ('{"error_code": ' + "9" * 5000 + "}", 1, "number that is too long"),
        ("[" * 100_000, 1, "nested too deep"),
    ],
)
def test_what_is_no_json(tmp_path: Path, content: bytes | str, line: int, message: str) -> None:
    report = check(tmp_path / "a.json", content)
    assert [(p.kind, p.line) for p in report.problems] == [("not-json", line)]
    assert message in report.problems[0].message
    assert report.problems[0].severity is Severity.ERROR


HAR = '{"log": {"version": "1.2", "creator": {}, "entries": [{"request": {"url": "https://api.flanks.io/x"}, '


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.json", ERROR, 0),
        ("a.json", ERROR[:-5], 2),
        ("a.json", "", 2),
        ("a.json", b"\x89PNG\0", 2),
        ("a.json", ERROR.encode("utf-16"), 2),
        ("a.json.gz", zlib.compress(ERROR.encode(), wbits=31), 2),
        ("a.json", zlib.compress(ERROR.encode(), wbits=31)[:-9], 2),
        ("a.har", HAR, 2),
        ("a.har", '{"log": {"entries": [5]}}', 2),
        ("a.har", '{"log": {}}', 2),
        ("a.har", "[]", 2),
        ("a.json", '{"log": {"version": "1.2", "creator": {}}}', 2),
        ("a.har", '{"log": {"entries": []}}', 0),
        ("a.yaml", "a: [", 2),
        ("a.yaml", "a: 1", 2),
        ("a.ndjson", f"{ERROR}\n{ERROR[:-5]}\n", 1),
        ("a.ndjson", f"x\n{ERROR[:-5]}\n", 2),
        ("a.ndjson", "", 0),
        ("a.json", '{"error": 5, "error_code": 20001}', 1),
        ("a.toml", "format = ", 1),  # a contract is checked itself
        ("a.schema.json", "{", 1),
    ],
)
@pytest.mark.parametrize("provider", ["flanks", None])
def test_exit_code_2_where_nothing_could_be_checked(
    tmp_path: Path, name: str, content: bytes | str, code: int, provider: str | None
) -> None:
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = validate([str(file)], Options(provider=provider), Binding(tmp_path, provider))
    known = provider is not None or "no-provider" not in report.files[0].counts
    assert report.exit_code == (code if known else 2)
    if code == 2:
        assert known, "what is broken is not for want of a provider"


@pytest.mark.parametrize("content", ['{"log": {}}', '{"log": {"version": "1.2", "creator": {}}}', "{}"])
def test_an_archive_without_entries_is_told(tmp_path: Path, content: str) -> None:
    report = check(tmp_path / "a.har", content, provider=None)
    assert [kind for kind, _, _ in told(report)] == ["not-a-capture"]
    assert "log.entries" in report.problems[0].message


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", '{"error": "x", "error_code": 40001, "error_code": 20001}'),
        ("a.json", '{"status": 400, "body": {"error": "x", "error_code": 40001, "more": [{"a": 1, "a": 1}]}}'),
        ("a.json", '{"status": 400, "body": "{\\"error\\": 1, \\"error\\": 2}"}'),
        ("a.ndjson", '{"error": "x", "error": "x", "error_code": 40001}\n'),
        ("a.har", HAR + '"response": {"status": 400, "content": {"text": "{\\"error\\": 1, \\"error\\": 2}"}}}]}}'),
    ],
)
def test_a_key_that_is_there_twice_is_told(tmp_path: Path, name: str, content: str) -> None:
    report = check(tmp_path / name, content)
    assert [(p.kind, p.severity) for p in report.problems] == [("duplicate-key", Severity.ERROR)]
    assert (report.checked, report.valid) == (1, 0)
    again = check(tmp_path / "b.json", ERROR)
    assert (again.valid, again.problems) == (1, [])


def test_a_key_that_is_there_twice_beside_the_body_is_no_matter(tmp_path: Path) -> None:
    text = json.dumps(ERROR)
    report = check(
        tmp_path / "a.har", HAR + f'"x": {{"a": 1, "a": 2}}, "response": {{"content": {{"text": {text}}}}}}}]}}}}'
    )
    assert (report.valid, report.problems) == (1, [])


@pytest.mark.parametrize("size", [12, 40, -1])
def test_a_body_whose_compression_is_cut_off_is_told(tmp_path: Path, size: int) -> None:
    packed = zlib.compress(ERROR.encode(), wbits=31)[:size]
    content = {"text": b64encode(packed).decode(), "encoding": "base64"}
    assert told(check(tmp_path / "a.har", har(content=content))) == [
        ("unreadable", None, "the body is compressed, and damaged or cut off")
    ]


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "a.json").write_text(ERROR)
    scandir = os.scandir

    def refuse(folder: str) -> Any:
        if os.path.basename(folder) == "closed":
            raise PermissionError(13, "Permission denied", folder)
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    report = validate([str(tmp_path)], Options(provider="flanks"), Binding(tmp_path, "flanks"))
    assert [(f.path, f.valid, f.severities[Severity.USAGE]) for f in report.files] == [
        (str(tmp_path / "a.json"), 1, 0),
        (str(tmp_path / "closed"), 0, 1),
    ]
    assert report.exit_code == 2


def test_one_bad_line_of_many_is_told_and_the_rest_is_checked(tmp_path: Path) -> None:
    lines = [ERROR] * 3000
    lines[1233] = ERROR[:-4]
    lines[2000] = ""
    report = check(tmp_path / "a.ndjson", "\n".join(lines))
    assert told(report) == [("not-json", 1234, "ends too early (column 35)")]
    assert (report.checked, report.valid) == (2998, 2998)


def test_a_line_without_end_is_told_and_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ndjson_module, "MAX_LINE", 1000)
    report = check(tmp_path / "a.ndjson", f'{ERROR}\n{{"error": "{"x" * 5000}"}}\n{ERROR}\n"{"y" * 3000}')
    assert [(kind, line) for kind, line, _ in told(report)] == [("unreadable", 2), ("unreadable", 4)]
    assert report.checked == 2


def test_a_line_of_50_mb_does_not_fill_the_memory(tmp_path: Path) -> None:
    file = tmp_path / "a.ndjson"
    with file.open("wb") as out:
        out.write(f"{ERROR}\n".encode())
        out.write(b'{"error": "' + b"x" * 50_000_000 + b'"}\n')
        out.write(f"{ERROR}\n".encode())
    peak, report = in_a_process(file)
    assert [(p["kind"], p["line"]) for p in report["problems"]] == [("unreadable", 2)]
    assert report["checked"] == 2
    assert peak < 120_000_000


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    """Also not with the number of problems and of different unknown codes."""
    peaks = []
    for count in (2_000, 12_000):
        file = tmp_path / f"{count}.ndjson"
        with file.open("w") as out:
            for number in range(count):
                out.write(json.dumps({"error": 5 if number % 3 else "x" * 500, "error_code": 10**6 + number}) + "\n")
        peak, report = in_a_process(file)
        assert report["checked"] == count
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 12_000_000


@pytest.mark.slow
def test_a_file_of_1_gb(tmp_path: Path) -> None:
    """A million bad and good lines a third of a GB: the peak stays where a small file's is."""
    file = tmp_path / "a.ndjson"
    line = json.dumps({"error": "x" * 900, "error_code": 40001}).encode() + b"\n"
    with file.open("wb") as out:
        for number in range(1_100):
            out.write(line * 1000)
            if number == 500:
                out.write(line[:100] + b"\n")
    assert file.stat().st_size > 1_000_000_000
    peak, report = in_a_process(file)
    assert report["checked"] == 1_100_000
    assert [p["line"] for p in report["problems"]] == [501_001]
    assert peak < 120_000_000


def in_a_process(file: Path) -> tuple[int, dict[str, Any]]:
    """Peak memory in bytes of a run of its own, and its report on the file."""
    command = [
        sys.executable,
        "-m",
        "errpact",
        "validate",
        str(file),
        "--provider",
        "flanks",
        "--output-format",
        "json",
    ]
    code = (
        "import resource, subprocess, sys\n"
        f"done = subprocess.run({command!r}, capture_output=True, text=True)\n"
        "sys.stderr.write(done.stderr)\n"
        "sys.stdout.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) + '\\n' + done.stdout)\n"
    )
    assert resource.RUSAGE_CHILDREN
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=600)
    peak, _, text = done.stdout.partition("\n")
    assert text, done.stderr
    report: dict[str, Any] = json.loads(text)["files"][0]
    return int(peak) * 1024, report


def test_200_levels_of_nesting_are_fine(tmp_path: Path) -> None:
    deep = "[" * 200 + "]" * 200
    report = check(
        tmp_path / "a.json", f'{{"status": 400, "body": {{"error": "x", "error_code": 40001, "more": {deep}}}}}'
    )
    assert (report.valid, report.problems) == (1, [])


@pytest.mark.parametrize("depth", [199, 500, 50_000])
def test_a_deep_log_line_costs_only_itself(tmp_path: Path, depth: int) -> None:
    report = check(tmp_path / "a.ndjson", "\n".join([ERROR, "[" * depth + "]" * depth, ERROR]))
    assert report.valid >= 2
    assert {p.line for p in report.problems} <= {2}


def har(**response: Any) -> str:
    request = {"method": "GET", "url": "https://api.flanks.io/v0/x"}
    return json.dumps({"log": {"entries": [{"request": request, "response": {"status": 400, **response}}]}})


@pytest.mark.parametrize("content", [{}, {"content": {"size": 5}}, {"content": None}, {"content": {"text": 5}}])
def test_a_har_without_content(tmp_path: Path, content: dict[str, Any]) -> None:
    report = check(tmp_path / "a.har", har(**content))
    assert report.skipped == {"no content recorded": 1}
    assert (report.checked, report.problems) == (0, [])


@pytest.mark.parametrize(
    "content",
    [
        '{"log": {"entries": 5}}',
        '{"log": {"entries": [5, null, {"request": 5}]}}',
        '{"interactions": [5, {"request": {}, "response": []}]}',
    ],
)
def test_captures_that_are_none(tmp_path: Path, content: str) -> None:
    report = check(tmp_path / "a.json", content)
    assert {kind for kind, _, _ in told(report)} == {"not-a-capture"}


@pytest.mark.parametrize(
    "url", ["http://[::1", "nonsense", "", None, 5, "https://api.flanks.io:99999999/x", "file:///etc/passwd"]
)
def test_odd_addresses(tmp_path: Path, url: Any) -> None:
    entry = {"request": {"method": 5, "url": url}, "response": {"status": "x", "content": {"text": ERROR}}}
    assert check(tmp_path / "a.har", json.dumps({"log": {"entries": [entry]}})).checked == 1


def test_base64_that_is_none_and_bodies_that_explode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = check(tmp_path / "a.har", har(content={"text": "abcde", "encoding": "base64"}))
    assert told(report)[0][2] == "the body is not base64, though it says so"
    monkeypatch.setattr(bodies_module, "MAX_BODY", 1_000_000)
    bomb = b64encode(zlib.compress(b"0" * 50_000_000)).decode()
    headers = [{"name": "Content-Encoding", "value": "deflate"}]
    report = check(tmp_path / "b.har", har(content={"text": bomb, "encoding": "base64"}, headers=headers))
    assert [kind for kind, _, _ in told(report)] == ["unreadable"]


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [{', '.join([f'*{before}'] * 10)}]}}\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (LAUGHS, "aliases are written out"),
        (MERGES, "aliases are written out"),
        ("a: &a [*a]", "contains itself"),
        ("interactions: !!python/object/apply:os.system ['exit 1']", "tag"),
        ("interactions: !!python/name:os.system ''", "tag"),
        ("interactions: !custom x", "tag"),
        ("[" * 10_000, "nested deeper"),
        ("a: [1, 2", "not valid YAML"),
        ("a: *nothing", "not valid YAML"),
        ("a: 1\n---\nb: 2", "several documents"),
        ("\x01", "not valid YAML"),
        ("key: value", "no cassette"),
        ("", "no cassette"),
        ("interactions: {}", "no cassette"),
        ("a: !!int x", "cannot be read"),
        ("? [a]\n: b", "not valid YAML"),
    ],
)
def test_hostile_yaml(tmp_path: Path, content: str, message: str) -> None:
    started = time.perf_counter()
    report = check(tmp_path / "a.yaml", content)
    assert time.perf_counter() - started < 5
    assert len(report.problems) == 1
    assert message in report.problems[0].message


def test_a_cassette_may_use_aliases_and_binary(tmp_path: Path) -> None:
    text = (
        "interactions:\n- request: &r {method: GET, uri: 'https://api.flanks.io/x'}\n"
        f"  response: {{status: {{code: 400}}, body: {{string: !!binary {b64encode(ERROR.encode()).decode()}}}}}\n"
        "- request: *r\n  response: {status: {code: 409}, body: {string: '" + ERROR + "'}}\n"
    )
    report = check(tmp_path / "a.yaml", text, provider=None)
    assert report.covered == {"flanks": {"flanks:main:400/40001", "flanks:main:409/40001"}}


def test_a_document_beyond_the_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents_module, "MAX_DOCUMENT", 1000)
    monkeypatch.setattr(documents_module, "HEAD", 500)
    for name in ("a.json", "a.yaml", "a.har"):
        report = check(tmp_path / name, json.dumps({"error": "x" * 2000}))
        assert [kind for kind, _, _ in told(report)] == ["unreadable"]
        assert ".ndjson" in report.problems[0].message


def test_missing_files_and_folders_that_cannot_be_read(tmp_path: Path) -> None:
    report = check(tmp_path / "nowhere.json")
    assert [p.severity for p in report.problems] == [Severity.USAGE]
    assert "No such file" in report.problems[0].message
    assert validate([str(tmp_path)], Options(), Binding(tmp_path)).files == ()


# --- schemas ----------------------------------------------------------------------------------------------------


def schema(tmp_path: Path, content: Any) -> list[tuple[str, int | None, str]]:
    text = content if isinstance(content, str) else json.dumps(content)
    return told(check(tmp_path / "a.schema.json", text))


@pytest.mark.parametrize(
    "target",
    [
        "https://example.com/x.schema.json",
        "http://127.0.0.1:1/x",
        "file:///etc/passwd",
        "../other.schema.json",
        "//example.com/x",
        "ftp://example.com/x#/$defs/a",
    ],
)
@pytest.mark.parametrize("keyword", ["$ref", "$dynamicRef"])
def test_a_remote_reference_is_refused_not_fetched(tmp_path: Path, keyword: str, target: str) -> None:
    found = schema(tmp_path, {"properties": {"a": {"allOf": [{keyword: target}]}}})
    assert [kind for kind, _, _ in found] == ["remote-ref"]
    assert "nothing is ever fetched" in found[0][2]


def test_references_inside_the_file_and_to_shipped_schemas_are_fine(tmp_path: Path) -> None:
    assert not schema(
        tmp_path,
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": "https://acme.example/root",
            "properties": {
                "a": {"$ref": "#/$defs/a"},
                "b": {"$ref": "sub"},
                "c": {"$ref": "urn:errpact:schema:khipu"},
                "d": {"$ref": "https://json-schema.org/draft/2020-12/schema"},
                "e": {"const": {"$ref": "https://example.com/only-data"}},
            },
            "$defs": {"a": {}, "b": {"$id": "sub", "type": "string"}},
        },
    )


@pytest.mark.parametrize(
    ("content", "kind", "message"),
    [
        ({"type": "strin"}, "schema", "/type"),
        ({"$ref": "#/$defs/missing"}, "schema", "points at nothing"),
        ({"$schema": "https://example.com/dialect"}, "remote-ref", "nothing is fetched"),
        ([], "schema", "a schema is an object"),
        ('{"type": ', "not-json", "ends too early"),
        ({"pattern": "(unclosed"}, "schema", "/pattern"),
        ({"pattern": "a{99999999999999}"}, "schema", "beyond all bounds"),
    ],
)
def test_schemas_that_are_not_valid(tmp_path: Path, content: Any, kind: str, message: str) -> None:
    found = schema(tmp_path, content)
    assert found[0][0] == kind
    assert message in found[0][2]


def test_a_deep_schema_and_a_catastrophic_pattern_end(tmp_path: Path) -> None:
    started = time.perf_counter()
    assert schema(tmp_path, '{"not": ' * 3000 + "{}" + "}" * 3000)
    assert not schema(tmp_path, {"pattern": "^(a+)+$", "$ref": "#"})
    assert time.perf_counter() - started < 5


def test_shipped_schemas_are_valid(tmp_path: Path) -> None:
    from errpact import schemas

    for name in schemas.names():
        assert not schema(tmp_path, schemas.text(name)), name


# --- contracts --------------------------------------------------------------------------------------------------

CONTRACT = """format = 1
provider = "acme"
contract_version = "1"
page = "https://acme.example"
code_types = ["integer"]
surfaces = [{ id = "main", description = "All." }]
[[envelopes]]
id = "error"
[envelopes.properties]
"/code" = { types = ["integer"], field = "code" }
"/text" = { types = ["string"] }
[[cases]]
code = 7
status = 400
kind = "error"
envelopes = ["error"]
meaning = "Seven."
section = "Codes"
samples = [{ status = 400, body = { code = 7, text = "x" } }]
"""


def contract(tmp_path: Path, text: str) -> list[tuple[str, int | None, str]]:
    return told(check(tmp_path / "acme.toml", text))


def test_a_contract_that_is_valid(tmp_path: Path) -> None:
    assert contract(tmp_path, CONTRACT) == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "message"),
    [
        ('kind = "error"', 'kind = "errror"', "contract", "did you mean error"),
        ("code = 7\n", "code = 7\ncod = 8\n", "contract", "unknown key"),
        ("body = { code = 7,", 'body = { code = "7",', "sample", "/code"),
        ("body = { code = 7,", "body = { code = 8,", "sample", "does not classify"),
        ('text = "x" }', "text = 5 }", "sample", "/text: expected string"),
        ("samples = [{ status = 400", "samples = [{ status = 500", "sample", "does not classify"),
        ("format = 1", "format = ", "contract", "not valid TOML"),
        ("format = 1", 'format = 1\nschema = "../../../etc/passwd"', "contract", "unknown key"),
        ('"/text" = {', '"/text" = { pattern = "^(a+)+$",', "contract", "unknown key"),
        ('"/text" =', f'"{"/" * 60}~2" =', "contract", "not a JSON Pointer"),
        ("code = 7\n", f'code = "{"9" * 5000}-{"9" * 5000}"\nrange = true\n', "contract", "not a range"),
    ],
)
def test_contracts_that_are_not_valid(tmp_path: Path, old: str, new: str, kind: str, message: str) -> None:
    started = time.perf_counter()
    found = contract(tmp_path, CONTRACT.replace(old, new, 1))
    assert time.perf_counter() - started < 5
    assert found[0][0] == kind
    assert message in found[0][2]


def test_a_contract_tells_the_line(tmp_path: Path) -> None:
    assert contract(tmp_path, CONTRACT.replace('kind = "error"', 'kind = "x"'))[0][1] == 15


def test_a_contract_beyond_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_files_module, "MAX_CONTRACT", 100)
    monkeypatch.setattr(own_files_module, "MAX_SCHEMA", 100)
    assert contract(tmp_path, CONTRACT)[0][0] == "contract"
    assert schema(tmp_path, {"title": "x" * 200})[0][0] == "schema"


def test_shipped_contracts_are_valid() -> None:
    from errpact.contracts.loader import FOLDER

    report = validate([FOLDER], Options(), Binding(Path("/")))
    assert len(report.files) >= 5
    assert [p.message for f in report.files for p in f.problems] == []


def test_yaml_is_read_by_a_safe_loader_only() -> None:
    from errpact.contracts.validation.safe_yaml import UnsafeYaml, load

    assert load(b"a: [1, 2]") == {"a": [1, 2]}
    with pytest.raises(UnsafeYaml):
        load(yaml.dump(Path("/")).encode())


def test_a_contract_may_extend_a_configured_one(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.errpact]\ncontracts = ["acme.toml"]\n', encoding="utf-8")
    (tmp_path / "acme.toml").write_text(CONTRACT, encoding="utf-8")
    (tmp_path / "more.toml").write_text('format = 1\nextends = "acme"\ncontract_version = "2"\n', encoding="utf-8")
    files = [str(tmp_path / "acme.toml"), str(tmp_path / "more.toml")]
    assert validate(files, Options(), Binding(tmp_path)).exit_code == 0
    (tmp_path / "acme.toml").write_text(CONTRACT.replace("format = 1", "format = 2"), encoding="utf-8")
    report = validate(files, Options(), Binding(tmp_path))
    assert [f.counts["contract"] for f in report.files] == [1, 1]
    assert report.exit_code == 1


def test_a_contract_that_takes_a_shipped_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(CONTRACT.replace('"acme"', '"khipu"'), encoding="utf-8")
    report = check(tmp_path / "mine.toml", provider=None)
    assert [(p.kind, p.severity) for p in report.problems] == [("contract", Severity.WARNING)]
    assert 'choose another name, or write `extends = "khipu"` to add to it' in report.problems[0].message
    for file in Path(contracts.__file__).parent.glob("providers/*.toml"):
        assert check(file, provider=None).problems == []


@pytest.mark.parametrize("name", ["a.json", "a.ndjson"])
def test_a_pipe_is_read_line_by_line(tmp_path: Path, name: str) -> None:
    """`errpact validate <(zcat log.gz)`: nothing to seek in, no size; in a folder a pipe is left alone."""
    pipe = tmp_path / name
    os.mkfifo(pipe)
    assert validate([str(tmp_path)], Options(provider="flanks"), Binding(tmp_path)).files == ()
    writer = threading.Thread(target=lambda: pipe.write_text(f"{ERROR}\n{ERROR}\n", encoding="utf-8"))
    writer.start()
    report = check(pipe)
    writer.join()
    assert (report.form, report.valid, report.problems) == ("ndjson", 2, [])


def test_values_that_only_yaml_has(tmp_path: Path) -> None:
    text = (
        "interactions:\n- request: {method: GET, uri: 'https://api.flanks.io/x'}\n"
        "  response: {status: {code: 400}, body: {error: 2001-01-01, error_code: 2001-01-01, more: !!set {a}}}\n"
    )
    report = check(tmp_path / "a.yaml", text, provider=None)
    assert {p.kind for p in report.problems} == {"unknown-code", "shape"}


def test_values_may_be_shown_however_deep(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"error_code": 20001, "error": ' + "[" * 900 + "]" * 900 + "}", encoding="utf-8")
    given = Options(provider="flanks", show_values=True)
    report = validate([str(tmp_path / "a.json")], given, Binding(tmp_path)).files[0]
    assert [p.kind for p in report.problems] == ["shape"]
