"""A contract that cannot be used: the complaint names file, line, key and the mend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from errpact.contracts import InvalidContract, load_all, load_path, parse

RULE = '[[rules]]\nid = "50x"\nstatuses = [500, 509]\nsection = "Rules"\nsteps = [{ then = "stop" }]\n'
CHANGE = '[[changes]]\nversion = "1"\ndate = "{}"\nsummary = "x"\n'
CASE = 'code = "E1"'
END = 'section = "Errors"\n'

# (what is replaced in the minimal contract, by what, the key complained about, line, a part of problem and mend)
MISTAKES = [
    ("format = 1", "format = 2", "format", 1, "must be 1; write `format = 1`"),
    ("format = 1\n", "", "format", None, "must be 1"),
    ('provider = "acme"', 'provider = "Acme Bank"', "provider", 2, "'Acme Bank' is not a name; use lower-case"),
    ('provider = "acme"', 'provider = 7', "provider", 2, "must be a string, not an integer; put it in quotes"),
    ('provider = "acme"', 'provder = "acme"', "provider", None, 'is missing; add `provider = "…"`'),
    ('contract_version = "1.0.0"\n', "", "contract_version", None, "is missing"),
    ('code_types = ["string"]', 'code_types = ["text"]', "code_types", 5, "'text' is not a JSON type; write one of"),
    ('code_types = ["string"]', "code_types = [1]", "code_types", 5, "must be a list of strings"),
    ('code_types = ["string"]', 'code_type = ["string"]', "code_type", 5, "unknown key; did you mean code_types?"),
    ('code_types = ["string"]', 'errors_in_success = "no"', "errors_in_success", 5, "must be true or false"),
    ('[[surfaces]]\nid = "main"', '[[surfaces]]\nid = "Main"', "surfaces[0].id", 8, "is not a name"),
    ('code_types = ["string"]', 'hosts = [{ host = "", source = "x" }]', "hosts[0].host", 5, "not a host's name"),
    ('code_types = ["string"]', 'hosts = [{ host = "com", source = "x" }]', "hosts[0].host", 5, "is not a host"),
    ('code_types = ["string"]', 'hosts = [{ host = "https://a.b/", source = "x" }]', "hosts[0].host", 5, "write the"),
    ('code_types = ["string"]', 'hosts = [{ host = "a.b:80", source = "x" }]', "hosts[0].host", 5, "is not a host's"),
    ('description = "All of it."', 'description = "All."\nhost = "x"', "surfaces[0].host", 10, "unknown key"),
    ('[[surfaces]]\nid = "main"\ndescription = "All of it."\n', "", "surfaces", None, "is missing; add [[surfaces]]"),
    ('id = "error"\n', 'id = "error"\nmedia = "xml"\n', "envelopes[0].media", 13, "write one of json, none, html"),
    ('"/code" = {', '"code" = {', "envelopes[0].properties.code", 14, 'is not a JSON Pointer; start it with /'),
    ('field = "code" }', 'field = "kode" }', "envelopes[0].properties./code.field", 14, "write one of code, advice"),
    ('types = ["string"], field', 'types = ["str"], field', "envelopes[0].properties./code.types", 14, "JSON type"),
    ('field = "code" }', 'field = "code", const = { a = 1 } }', "envelopes[0].properties./code.const", 14, "must be a"),
    (CASE, 'code = ""', "cases[0].code", 17, "is empty; leave `code` out"),
    (CASE, "code = 1.5", "cases[0].code", 17, "must be a string or an integer"),
    (CASE, "code = true", "cases[0].code", 17, "must be a string or an integer"),
    (CASE, 'code = "E9-E1"\nrange = true', "cases[0].code", 17, "is not a range; write it as E100-E199"),
    (CASE, 'code = "E1-E1"\nrange = true', "cases[0].code", 17, "is not a range"),
    (CASE, 'code = "E1-F9"\nrange = true', "cases[0].code", 17, "is not a range"),
    (CASE, 'code = "E1-E10"\nrange = true', "cases[0].code", 17, "is not a range"),
    ("status = 400", "status = 42", "cases[0].status", 18, "42 is not an HTTP status; write 100 to 599"),
    ("status = 400", "status = []", "cases[0].status", 18, "is not an HTTP status"),
    ("status = 400", "status = true", "cases[0].status", 18, "is not an HTTP status"),
    ("status = 400", 'status = "unspecifed"', "cases[0].status", 18, "is no status; did you mean unspecified"),
    ('kind = "error"', 'kind = "eror"', "cases[0].kind", 19, "'eror' is no kind; did you mean error?"),
    ('kind = "error"\n', "", "cases[0].kind", 16, "is missing; write one of success, partial"),
    ('envelopes = ["error"]', 'envelopes = ["eror"]', "cases[0].envelopes", 20, "is not one of [[envelopes]]"),
    (CASE, 'surface = "mian"\n' + CASE, "cases[0].surface", 17, "is not one of [[surfaces]]; write one of these: main"),
    (CASE, 'key = "a b"\n' + CASE, "cases[0].key", 17, "cannot be part of an id"),
    ('meaning = "It failed."\n', "", "cases[0].meaning", 16, "is missing"),
    (END, "", "cases[0].section", 16, "is missing"),
    (END, END + 'cause = "weather"\n', "cases[0].cause", 23, "write one of credential, request, permission, account"),
    (END, END + 'excepted_by = "50x"\n', "cases[0].excepted_by", 23, "is not a rule; name one of [[rules]]"),
    (END, END + 'channel = "mail"\n', "cases[0].channel", 23, "write one of reply, webhook"),
    (END, END + 'aliases = ["acme:main:400/E1"]\n', "cases[0].aliases", 23, "names another case"),
    (END, END + 'steps = [{ then = "retry" }]\n', "cases[0].steps[0].then", 23, "write one of resend, poll, stop"),
    (END, END + "steps = [{ remedy = false }]\n", "cases[0].steps[0]", 23, "says nothing; give `action`"),
    (END, END + 'steps = "wait"\n', "cases[0].steps", 23, "must be an array of tables"),
    (END, END + 'steps = [{ actor = "robot", then = "stop" }]\n', "cases[0].steps[0].actor", 23, "write one of end"),
    (END, END + "steps = [{ schedule = [1] }]\n", "cases[0].steps[0].schedule", 23, 'add `then = "resend"`'),
    (END, END + 'steps = [{ schedule = ["1"], then = "resend" }]\n', "cases[0].steps[0].schedule", 23, "of seconds"),
    (END, END + "steps = [{ wait = {} }]\n", "cases[0].steps[0].wait", 23, "give `seconds`, `calendar` or `words`"),
    (END, END + "steps = [{ wait = 5 }]\n", "cases[0].steps[0].wait", 23, "must be a table, not an integer"),
    (END, END + "steps = [{ wait = { seconds = -1 } }]\n", "cases[0].steps[0].wait.seconds", 23, "number of seconds"),
    (END, END + "steps = [{ wait = { seconds = inf } }]\n", "cases[0].steps[0].wait.seconds", 23, "number of seconds"),
    (END, END + "steps = [{ wait = { minutes = 1 } }]\n", "cases[0].steps[0].wait.minutes", 23, "unknown key"),
    (END, END + "steps = [{ wait = { seconds = 9, upto = 3 } }]\n", "cases[0].steps[0].wait.upto", 23, "lower end"),
    (END, END + 'steps = [{ wait = { seconds = 9, calendar = "x" } }]\n', "cases[0].steps[0].wait.calendar", 23, "ee"),
    (END, END + "steps = [{ wait = { period = 9 } }]\n", "cases[0].steps[0].wait.period", 23, "needs `calendar`"),
    (END, END + 'samples = [{ status = "400" }]\n', "cases[0].samples[0].status", 23, "must be an HTTP status"),
    (END, END + "samples = [{ json = '{' }]\n", "cases[0].samples[0].json", 23, "is not JSON"),
    (END, END + 'samples = [{ body = 1, nulls = ["/a"] }]\n', "cases[0].samples[0].nulls", 23, "is no place"),
    (END, END + RULE.replace("[500, 509]", "[500]"), "rules[0].statuses", 25, "write it as [500, 509]"),
    (END, END + RULE.replace('then = "stop"', 'action = "x"'), "rules[0].steps", 27, "does not say what happens"),
    (END, END + RULE + RULE, "rules[1].id", 29, "'50x' stands twice"),
    (END, END + '[[advices]]\nvalue = "A"\n', "advices[0].meaning", 23, "is missing"),
    ('code = "E1"', "code = 7", "cases[0].code", 17, "7 is an integer, but code_types says string; write the code as"),
    ('["string"]', '["integer"]', "cases[0].code", 17, "'E1' is a string, but code_types says integer"),
    ("https://example.com/errors", "our wiki", "page", 4, "'our wiki' is not a URL; write the whole address"),
    (END, END + 'page = "wiki"\n', "cases[0].page", 23, "'wiki' is not a URL"),
    (END, END + CHANGE.format("yesterday"), "changes[0].date", 25, "'yesterday' is not a date; write year-month-day"),
    (END, END + CHANGE.format("2026-13-01"), "changes[0].date", 25, "'2026-13-01' is not a date"),
    (END, END + CHANGE.format("2026-02-31"), "changes[0].date", 25, "'2026-02-31' is not a date"),
    (END, END + CHANGE.format("2026-02-29"), "changes[0].date", 25, "'2026-02-29' is not a date"),
    (END, END + CHANGE.format("2026-04-31"), "changes[0].date", 25, "'2026-04-31' is not a date"),
    ('provider = "acme"', 'extends = "klawi"', "extends", 2, "did you mean klavi?"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "key", "line", "text"), MISTAKES, ids=[f"{n:02d}-{m[2]}" for n, m in enumerate(MISTAKES)]
)
def test_a_mistake_is_named(minimal: str, old: str, new: str, key: str, line: int | None, text: str) -> None:
    assert old in minimal
    with pytest.raises(InvalidContract) as caught:
        parse(minimal.replace(old, new, 1), "acme.toml")
    error = caught.value
    assert (error.path, error.key, error.line) == ("acme.toml", key, line)
    assert text in f"{error.problem}; {error.mend}"
    place = "acme.toml" if line is None else f"acme.toml:{line}"
    assert str(error).startswith(f"{place}: {key}: ")


def test_the_minimal_contract_has_no_mistake(minimal: str) -> None:
    assert [c.id for c in parse(minimal).cases] == ["acme:main:400/E1"]


def test_a_code_may_be_either_where_the_page_says_nothing_of_its_type(minimal: str) -> None:
    for code in ('"E1"', "7"):
        text = minimal.replace('code_types = ["string"]\n', "").replace('"E1"', code)
        assert len(parse(text).cases) == 1


def test_a_range_of_numbers_is_written_as_text(minimal: str) -> None:
    ranged = minimal.replace('code_types = ["string"]', 'code_types = ["integer"]')
    assert len(parse(ranged.replace('"E1"', '"100-199"\nrange = true')).cases) == 1
    with pytest.raises(InvalidContract, match="code_types says integer"):
        parse(ranged.replace('"E1"', '"E100-E199"\nrange = true'))


def test_no_case_at_all(minimal: str) -> None:
    with pytest.raises(InvalidContract, match=re.escape("add at least one [[cases]]")):
        parse(minimal.partition("[[cases]]")[0])


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"format = \n", "acme.toml:1: not valid TOML"),
        (b"\xff\xfe", "is not UTF-8; save it as UTF-8"),
        (b"", "write `format = 1`"),
    ],
)
def test_a_file_that_is_no_contract(tmp_path: Path, content: bytes, problem: str) -> None:
    file = tmp_path / "acme.toml"
    file.write_bytes(content)
    with pytest.raises(InvalidContract) as caught:
        load_path(file)
    assert problem in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InvalidContract, match="No such file or directory; check the path"):
        load_path(tmp_path / "acme.toml")
    with pytest.raises(InvalidContract, match="cannot be read: Is a directory"):
        load_path(tmp_path)


def test_a_shipped_name_is_not_taken_by_accident(tmp_path: Path, minimal: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(minimal.replace('"acme"', '"klavi"'), encoding="utf-8")
    with pytest.raises(InvalidContract, match=r'exists already .*; choose another name, or write `extends = "klavi"`'):
        load_all([file])
