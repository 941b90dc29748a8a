"""Loading: shipped contracts, a user's own, extension, and the compiled form of the shipped files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from errpact.contracts import (
    Case,
    InvalidContract,
    Kind,
    StatusUnspecified,
    UnknownProvider,
    Verb,
    compiled,
    load,
    load_all,
    load_path,
    parse,
    providers,
)

EXTENDS = 'format = 1\nextends = "{}"\ncontract_version = "1.1.0"\n'


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / f"{name}.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_what_the_smallest_contract_says(minimal: str) -> None:
    contract = parse(minimal, "acme.toml")
    assert (contract.provider, contract.title, contract.path, contract.extends) == ("acme", "acme", "acme.toml", None)
    case = contract.cases[0]
    assert (case.id, case.kind, case.code, case.status) == ("acme:main:400/E1", Kind.ERROR, "E1", (400,))
    assert (case.source.page, case.source.section) == ("https://example.com/errors", "Errors")
    assert case.policy.verb is Verb.UNSPECIFIED


def test_a_case_may_have_its_own_page_statuses_and_key(minimal: str) -> None:
    more = 'page = "https://example.com/more"\nkey = "oops"\naliases = ["acme:main:E1"]\nname = "OOPS"\n'
    case = parse(minimal.replace("status = 400", "status = [400, 409]") + more).case("acme:main:E1")
    assert (case.id, case.status, case.name) == ("acme:main:oops", (400, 409), "OOPS")
    assert case.source.page == "https://example.com/more"


def test_one_id_in_two_entries_is_numbered(minimal: str) -> None:
    entry = minimal[minimal.index("[[cases]]") :]
    assert [c.id.rpartition("/")[2] for c in parse(minimal + entry + entry).cases] == ["E1", "E1.2", "E1.3"]


def test_a_missing_status_is_unspecified(minimal: str) -> None:
    case = parse(minimal.replace("status = 400\n", "")).cases[0]
    assert (case.id, case.status) == ("acme:main:E1", StatusUnspecified.UNSPECIFIED)


def test_an_unknown_provider_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownProvider, match=r"unknown provider 'kipu'; did you mean khipu\? \(known: brick, "):
        load("kipu")
    assert providers() == ("brick", "flanks", "khipu", "klavi", "synapse")


def test_loading_twice_gives_the_same_object() -> None:
    assert load("klavi") is load("klavi")
    assert load_all()["klavi"] is load("klavi")


def test_a_users_contract_stands_beside_the_shipped_ones(tmp_path: Path, minimal: str) -> None:
    contracts = load_all([write(tmp_path, "acme", minimal)])
    assert list(contracts) == [*providers(), "acme"]
    assert contracts["acme"].path == str(tmp_path / "acme.toml")


def test_extending_adds_and_replaces_in_place(tmp_path: Path) -> None:
    own = """
[[cases]]
surface = "open-data"
code = 429
kind = "error"
envelopes = ["reply"]
meaning = "Too many requests; our account manager named a wait."
page = "https://example.com/mail"
section = "2026-11-01"
steps = [{ wait = { seconds = 60 }, then = "resend" }]

[[cases]]
surface = "open-data"
code = 499
kind = "error"
envelopes = ["reply"]
meaning = "New."
section = "2026-11-02"
"""
    contract = load_all([write(tmp_path, "mine", EXTENDS.format("klavi") + own)])["klavi"]
    base = load("klavi")
    assert (contract.extends, contract.version, base.version) == ("klavi", "1.1.0", "1.0.0")
    assert [c.id for c in contract.cases] == [*(c.id for c in base.cases), "klavi:open-data:499"]
    changed = contract.case("klavi:open-data:429")
    assert (changed.policy.verb, changed.policy.delay(1)) == (Verb.AFTER, 60.0)
    assert changed.source.page == "https://example.com/mail"
    assert base.case("klavi:open-data:429").policy.verb is Verb.UNSPECIFIED, "the shipped one is untouched"
    for name in ("page", "code_types", "errors_in_success", "hosts", "surfaces", "envelopes", "changes"):
        assert getattr(contract, name) == getattr(base, name), name


def test_extending_inherits_rules_and_the_unknown_advice() -> None:
    brick = parse(
        EXTENDS.format("brick")
        + '[[cases]]\ncode = "NEW"\nstatus = 503\nkind = "error"\nmeaning = "New."\nsection = "mail"\n'
    )
    assert brick.case("brick:main:503/NEW").policy.verb is Verb.BACKOFF
    khipu = parse(EXTENDS.format("khipu"))
    assert khipu.unknown_advice.verb is Verb.NEVER


def test_a_changed_advice_changes_what_its_cases_allow() -> None:
    text = EXTENDS.format("khipu") + (
        '[[advices]]\nvalue = "RETRY_IMMEDIATELY"\nmeaning = "Not for us."\nsection = "mail"\n'
        'steps = [{ then = "stop" }]\n'
        '[[advices]]\nvalue = "ASK_FIRST"\nmeaning = "New."\nsection = "mail"\nsteps = [{ then = "stop" }]\n'
        '[[cases]]\ncode = "X001"\nkind = "error"\nmeaning = "New."\nsection = "mail"\n'
    )
    contract = parse(text)
    assert contract.case("khipu:main:E999+RETRY_IMMEDIATELY").policy.verb is Verb.NEVER
    assert [c.id for c in contract.cases if c.code == "X001"] == [
        "khipu:main:X001+DO_NOT_RETRY",
        "khipu:main:X001+RETRY_IMMEDIATELY",
        "khipu:main:X001+WAIT_4_HOURS_BEFORE_RETRY",
        "khipu:main:X001+ASK_FIRST",
    ]


def test_a_later_file_may_extend_an_earlier_one(tmp_path: Path, minimal: str) -> None:
    first = write(tmp_path, "acme", minimal)
    case = '[[cases]]\ncode = "{}"\nkind = "error"\nmeaning = "M."\nsection = "S"\n'
    second = write(tmp_path, "more", EXTENDS.format("acme") + case.format("E2"))
    third = write(tmp_path, "still-more", EXTENDS.format("acme") + case.format("E3"))
    codes = [c.code for c in load_all([first, second, third])["acme"].cases]
    assert codes == ["E1", "E2", "E3"]
    with pytest.raises(InvalidContract, match="unknown provider 'acme'"):
        load_path(second)


def test_nulls_in_a_sample(minimal: str) -> None:
    sample = 'samples = [{ body = { a = { b = 1 } }, nulls = ["/c", "/a/d"] }, { json = "[null]" }]\n'
    bodies = [s.body for s in parse(minimal + sample).cases[0].samples]
    assert bodies == [{"a": {"b": 1, "d": None}, "c": None}, [None]]


def test_a_constant_null(minimal: str) -> None:
    place = parse(minimal.replace('types = ["string"], field', "null = true, field")).envelopes[0].properties[0]
    assert (place.types, place.const) == (("null",), (None,))


def test_a_case_by_id_or_alias() -> None:
    assert load("synapse").case("synapse:main:10") is load("synapse").case("synapse:main:202/10")
    with pytest.raises(KeyError):
        load("synapse").case("synapse:main:nope")
    with pytest.raises(KeyError):
        load("synapse").envelope("nope")


# --- the compiled form ----------------------------------------------------------------------------------------------


@pytest.fixture
def shipped(tmp_path: Path, minimal: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return write(tmp_path, "acme", minimal)


def kept(file: Path) -> list[Path]:
    return sorted((file.parent / "__pycache__").glob("*"))


def test_the_compiled_form_is_kept_and_used(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compiled.read(str(shipped))
    assert [f.name.startswith("acme.toml.") for f in kept(shipped)] == [True]
    monkeypatch.setattr(compiled, "parse_toml", lambda *_: pytest.fail("parsed although a fresh form is there"))
    assert compiled.read(str(shipped)) == first


def test_a_changed_file_is_parsed_again(shipped: Path, minimal: str) -> None:
    compiled.read(str(shipped))
    shipped.write_text(minimal.replace("1.0.0", "1.0.1"), encoding="utf-8")
    os.utime(shipped, ns=(1, 1))
    assert compiled.read(str(shipped))["contract_version"] == "1.0.1"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xe9\x01\x00\x00\x00", b"N", b"{0"])
def test_a_broken_compiled_form_is_replaced(shipped: Path, content: bytes) -> None:
    first = compiled.read(str(shipped))
    kept(shipped)[0].write_bytes(content)
    assert compiled.read(str(shipped)) == first
    assert kept(shipped)[0].read_bytes() != content


def test_nothing_is_written_where_python_writes_no_bytecode(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    compiled.read(str(shipped))
    assert kept(shipped) == []


def test_a_place_that_cannot_be_written_costs_nothing_but_time(shipped: Path) -> None:
    (shipped.parent / "__pycache__").write_text("a file where the folder would be", encoding="utf-8")
    assert compiled.read(str(shipped))["provider"] == "acme"


def test_compiled_and_parsed_say_the_same(contracts: dict[str, object], root: Path) -> None:
    def facts(case: Case) -> tuple[object, ...]:
        return case.id, case.policy, case.strings, case.samples

    for name in providers():
        parsed = load_path(root / "contracts" / "providers" / f"{name}.toml", {})
        assert [facts(c) for c in parsed.cases] == [facts(c) for c in load(name).cases]
