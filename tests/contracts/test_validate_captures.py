"""`errpact validate` on captured replies: every form, every way to say whose they are."""

from __future__ import annotations

import gzip
import json
import shutil
import zlib
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
import yaml

from errpact.contracts.schema_generator import Strictness
from errpact.contracts.settings import InvalidSettings
from errpact.contracts.validation import FileReport, Options, Report, Severity, validate
from errpact.contracts.validation.binding import Binding
from errpact.contracts.validation.records import Places

CAPTURES = Path(__file__).parent / "captures"
ERROR = {"error": "text", "error_code": 40001}


def check(*paths: Path, start: Path | None = None, provider: str | None = None, **options: Any) -> Report:
    given = Options(provider=provider, **options)
    return validate([str(p) for p in paths], given, Binding(start or Path("/"), provider))


def check_one(path: Path, **options: Any) -> FileReport:
    return check(path, **options).files[0]


def kinds(report: FileReport) -> list[str]:
    return [p.kind for p in report.problems]


def write(path: Path, value: Any) -> Path:
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


def test_a_har_is_read_by_host() -> None:
    report = check_one(CAPTURES / "flanks-and-khipu.har")
    assert report.form == "har"
    assert (report.checked, report.valid) == (5, 3)
    assert report.covered == {
        "flanks": {"flanks:main:400/20001", "flanks:main:401/no-code", "flanks:main:400/40001"},
        "khipu": {"khipu:main:E200-E299+RETRY_IMMEDIATELY"},
    }
    assert report.skipped == {"no content recorded": 1, "other hosts": 1}
    unknown, shape = report.problems
    assert (unknown.kind, unknown.severity, unknown.entry) == ("unknown-code", Severity.WARNING, "/log/entries/2")
    assert set(unknown.nearest) >= {"20003"}
    assert (shape.kind, shape.severity, shape.entry) == ("shape", Severity.ERROR, "/log/entries/3")
    assert (shape.pointer, shape.expected, shape.found) == ("/error", "string", "array")
    assert shape.cases == ("flanks:main:400/40001",)
    assert "400 BAD REQUEST" in (shape.source or "")


@pytest.mark.parametrize("name", ["khipu.cassette.json", "khipu.cassette.yaml"])
def test_a_cassette_in_json_and_in_yaml(name: str) -> None:
    """The YAML one holds its first body compressed, as recorders keep it."""
    report = check_one(CAPTURES / name)
    assert report.form == "cassette"
    assert (report.checked, report.valid) == (2, 1)
    assert report.covered == {"khipu": {"khipu:main:E100-E199+DO_NOT_RETRY"}}
    assert kinds(report) == ["unknown-advice"]


def test_ndjson_says_the_line() -> None:
    report = check_one(CAPTURES / "synapse.ndjson", provider="synapse")
    assert report.form == "ndjson"
    assert [(p.line, p.kind) for p in report.problems] == [(3, "shape"), (4, "unknown-code")]
    assert "synapse:main:100" in report.covered["synapse"]


def test_a_list_in_a_json_file() -> None:
    report = check_one(CAPTURES / "klavi.json", provider="klavi")
    assert [(p.entry, p.kind) for p in report.problems] == [("/2", "unknown-code")]
    assert report.unknown_codes == {"777": 1}
    assert report.covered["klavi"] == {"klavi:open-data:401", "klavi:open-data:406"}


def test_a_wrapped_reply_tells_its_status() -> None:
    assert check_one(CAPTURES / "brick.json", provider="brick").covered == {"brick": {"brick:main:400/CPF_INVALIDO"}}


def test_a_log_whose_places_the_user_names() -> None:
    places = Places("/http/response", "/http/status")
    report = check_one(CAPTURES / "log.jsonl", provider="flanks", places=places)
    assert report.covered == {"flanks": {"flanks:main:400/20002", "flanks:main:202/20003"}}
    missing = check_one(CAPTURES / "log.jsonl", provider="flanks", places=Places("/nowhere"))
    assert kinds(missing) == ["not-a-capture"] * 2


def test_a_folder_gives_its_captures_and_leaves_the_rest(tmp_path: Path) -> None:
    shutil.copytree(CAPTURES, tmp_path / "captures")
    write(tmp_path / "captures" / "config.yaml", "key: value\n")
    write(tmp_path / "captures" / "pyproject.toml", "[project]\nname = 'x'\n")
    write(tmp_path / "captures" / "notes.txt", "nothing")
    (tmp_path / "captures" / ".git").mkdir()
    write(tmp_path / "captures" / ".git" / "hidden.json", "{")
    (tmp_path / "captures" / "link.json").symlink_to(tmp_path / "elsewhere.json")
    report = check(tmp_path / "captures", provider="khipu")
    assert sorted(Path(f.path).name for f in report.files) == sorted(p.name for p in CAPTURES.iterdir())


def test_strictness_makes_unknown_codes_errors() -> None:
    open_, closed = (check(CAPTURES / "khipu.cassette.json", strictness=strictness) for strictness in Strictness)
    assert (open_.exit_code, closed.exit_code) == (0, 1)
    assert closed.files[0].problems[0].severity is Severity.ERROR


def test_without_a_provider_it_says_how_to_name_one(tmp_path: Path) -> None:
    report = check(write(tmp_path / "reply.json", ERROR), start=tmp_path)
    assert report.exit_code == 2
    assert kinds(report.files[0]) == ["no-provider"]
    assert "--provider" in report.files[0].problems[0].message
    assert "tool.errpact.client" in report.files[0].problems[0].message


def test_the_configuration_binds_by_path(tmp_path: Path) -> None:
    write(
        tmp_path / "pyproject.toml",
        '[tool.errpact]\nclient = [\n  { provider = "flanks", paths = ["captures/flanks/**"] },\n'
        '  { provider = "synapse", surface = "bank-login-sync", paths = ["captures/synapse/**"] },\n]\n',
    )
    for name in ("flanks", "synapse"):
        (tmp_path / "captures" / name).mkdir(parents=True)
    write(tmp_path / "captures" / "flanks" / "a.json", {"status": 409, "body": ERROR})
    body = {"error": {"en": "x"}, "error_code": "503", "http_code": "503", "success": False}
    write(tmp_path / "captures" / "synapse" / "a.json", body)
    report = check(tmp_path / "captures", start=tmp_path)
    assert report.covered("flanks") == {"flanks:main:409/40001"}
    assert report.covered("synapse") == {"synapse:bank-login-sync:503/503"}
    assert report.exit_code == 0


def test_a_broken_configuration_is_told(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.errpact]\nclients = []\n")
    with pytest.raises(InvalidSettings, match="client"):
        Binding(tmp_path)


def test_replies_of_others_are_not_held_against_the_named_provider() -> None:
    report = check_one(CAPTURES / "flanks-and-khipu.har", provider="khipu")
    assert set(report.covered) == {"khipu"}
    assert (report.checked, report.skipped["other hosts"]) == (1, 6)


@pytest.mark.parametrize(
    ("host", "hosts", "checked"),
    [
        ("api.khipu.com", (), 1),
        ("localhost:8000", (), 1),
        ("127.0.0.1:8000", (), 1),
        ("khipu-stub", (), 1),
        ("gateway.internal", (), 1),
        ("gateway.corp.com", (), 0),
        ("gateway.corp.com", ("gateway.corp.com",), 1),
        ("api.khipu.com", ("gateway.corp.com",), 0),
        ("api.flanks.io", (), 0),
    ],
)
def test_hosts_that_may_stand_for_the_named_provider(
    tmp_path: Path, host: str, hosts: tuple[str, ...], checked: int
) -> None:
    body = {"Status": "ERROR", "Error": {"Code": "E201", "Type": "DO_NOT_RETRY", "Description": "x"}}
    wrapped = {"status": 200, "url": f"https://{host}/v1", "body": body}
    report = check_one(write(tmp_path / "a.json", wrapped), provider="khipu", hosts=hosts)
    assert (report.checked, report.skipped["other hosts"]) == (checked, 1 - checked)


def test_hosts_restrict_what_is_checked() -> None:
    report = check_one(CAPTURES / "flanks-and-khipu.har", provider="brick", hosts=("analytics.example",))
    assert (report.checked, report.skipped["other hosts"]) == (1, 6)


def test_without_a_status_a_case_is_only_possible(tmp_path: Path) -> None:
    report = check_one(write(tmp_path / "a.json", ERROR), provider="flanks")
    assert report.covered == {}
    assert report.possible == {"flanks": {"flanks:main:400/40001", "flanks:main:409/40001"}}


def test_a_webhook_reply(tmp_path: Path) -> None:
    body = {"Status": "ERROR", "Error": {"Code": "L000", "Type": "DO_NOT_RETRY", "Description": "x"}}
    wrapped = {"status": 200, "channel": "webhook", "body": body}
    report = check_one(write(tmp_path / "a.json", wrapped), provider="khipu")
    assert report.valid == 1
    assert any("L000" in case for case in report.covered["khipu"])


def cassette(body: Any, headers: dict[str, list[str]] | None = None) -> dict[str, Any]:
    return {
        "version": 1,
        "interactions": [
            {
                "request": {"method": "GET", "uri": "https://api.flanks.io/v0/x"},
                "response": {"status": {"code": 400, "message": "x"}, "headers": headers or {}, "body": body},
            }
        ],
    }


@pytest.mark.parametrize("compress", [gzip.compress, zlib.compress, lambda data: zlib.compress(data)[2:-4]])
def test_compressed_bodies(tmp_path: Path, compress: Any) -> None:
    data = compress(json.dumps(ERROR).encode())
    headers = {"Content-Encoding": ["gzip" if data[:2] == b"\x1f\x8b" else "deflate"]}
    file = tmp_path / "a.yaml"
    file.write_text(yaml.safe_dump(cassette({"string": data}, headers)), encoding="utf-8")
    assert check_one(file).covered == {"flanks": {"flanks:main:400/40001"}}


def test_betamax_and_bare_bodies(tmp_path: Path) -> None:
    data = cassette({"base64_string": b64encode(json.dumps(ERROR).encode()).decode(), "encoding": "utf-8"})
    data["http_interactions"] = data.pop("interactions")
    assert check_one(write(tmp_path / "a.json", data)).valid == 1
    assert check_one(write(tmp_path / "b.json", cassette(ERROR))).valid == 1
    assert check_one(write(tmp_path / "c.json", cassette({"string": "<html>"}))).counts == {"unknown-body": 1}


def test_the_users_own_contract(tmp_path: Path) -> None:
    write(
        tmp_path / "acme.toml",
        'format = 1\nprovider = "acme"\ncontract_version = "1"\npage = "https://acme.example"\n'
        'hosts = [{ host = "api.acme.example", source = "https://acme.example" }]\ncode_types = ["integer"]\n'
        'surfaces = [{ id = "main", description = "All." }]\n[[envelopes]]\nid = "error"\n[envelopes.properties]\n'
        '"/errors/0/code" = { types = ["integer"], field = "code" }\n[[cases]]\ncode = 7\nkind = "error"\n'
        'envelopes = ["error"]\nmeaning = "Seven."\nsection = "Codes"\n',
    )
    write(tmp_path / "pyproject.toml", '[tool.errpact]\ncontracts = ["acme.toml"]\n')
    body = json.dumps({"errors": [{"code": 7}]})
    har = {
        "log": {
            "entries": [
                {
                    "request": {"method": "GET", "url": "https://eu.api.acme.example/x"},
                    "response": {"status": 400, "content": {"text": body}},
                }
            ]
        }
    }
    report = check(write(tmp_path / "a.har", har), tmp_path / "acme.toml", start=tmp_path)
    assert report.covered("acme") == {"acme:main:7"}
    assert report.exit_code == 0
