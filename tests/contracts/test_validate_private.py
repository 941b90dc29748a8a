"""Nothing that errpact writes repeats a payload's value, in any output format, whatever is wrong with the file.

Marked values stand in every place of every sort of file; only those at code, advice and status places that look like
a code may be written, and the marks there do not.
"""

from __future__ import annotations

import contextlib
import copy
import io
import json
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from errpact.cli import main
from errpact.contracts import load, providers
from errpact.contracts.points import code_types, points
from errpact.contracts.schema_generator import Strictness
from errpact.contracts.schema_shapes import parts_of
from errpact.contracts.validation import Options, validate
from errpact.contracts.validation.binding import Binding
from errpact.contracts.validation.report import render

FORMATS = ("text", "json", "sarif", "github", "junit")
MARK = "MARIA56789"
NUMBER = 56789432100
# Parts of the marks, so that a shortened one is seen too; long enough, or odd enough, to stand in no fingerprint, no
# name of a temporary folder and no number that errpact itself sends (points.UNKNOWN_CODE_NUMBER).
SECRETS = (MARK[:5], str(NUMBER)[:8])

# At the places that may be written, the marks are not code-like; elsewhere they look as harmless as can be.
HIDDEN = st.sampled_from(
    [
        f"{MARK} SILVA",
        f"{MARK}\n",
        f"{MARK}@x",
        f"{MARK}é",
        f"{MARK}" * 7,
        [MARK],
        {MARK: MARK},
        float(f"{NUMBER}.5"),
        [NUMBER],
    ]
)
ANYWHERE = st.one_of(HIDDEN, st.sampled_from([MARK, NUMBER, -NUMBER, str(NUMBER), {"cpf": str(NUMBER)}]))


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, Any]:
    """A provider, and a reply of it in which marks stand in documented places and beside them."""
    name = draw(st.sampled_from(providers()))
    contract = load(name)
    kind = draw(st.sampled_from(code_types(contract)))
    point = draw(st.sampled_from([p for p in points(contract, code_type=kind) if p.envelope is not None]))
    assert point.envelope is not None
    may_be_written = {
        p.pointer for e in contract.envelopes for p in e.properties if p.field in ("code", "advice", "status")
    }
    body: dict[str, Any] = {f"{MARK}key": draw(ANYWHERE), "cpf": str(NUMBER)}
    for place in point.envelope.properties:
        open_place = place.pointer in may_be_written
        known = point.values.get(place.pointer, f"{MARK} text")
        value = draw(st.one_of(st.just(known), HIDDEN if open_place else ANYWHERE))
        if draw(st.integers(0, 5)):
            put(body, parts_of(place.pointer), copy.deepcopy(value))
    return name, draw(st.sampled_from([body, [body], MARK, NUMBER, [MARK, NUMBER]])) if draw(st.booleans()) else body


def put(body: dict[str, Any], parts: list[str], value: Any) -> None:
    for part in parts[:-1]:
        if not isinstance(body.get(part), dict):
            body[part] = {}
        body = body[part]
    body[parts[-1]] = value


def files(name: str, body: Any) -> Iterator[tuple[str, bytes]]:
    """The reply in every form of file, whole and broken."""
    host = {"khipu": "api.khipu.com", "flanks": "api.flanks.io"}.get(name, "unknown.example")
    url = f"https://user:{MARK}@{host}/{MARK}/{NUMBER}?token={MARK}"
    headers = [{"name": "Authorization", "value": MARK}]
    text = json.dumps(body)
    yield "bare.json", text.encode()
    yield "broken.json", text[: len(text) // 2].encode()
    yield "odd.json", f'{{"a": {MARK}}}'.encode()
    yield "list.ndjson", f"{text}\n{text[:-1]}\n{MARK}\n{text}\n".encode()
    yield "wrapped.json", json.dumps({"status": 400, "method": MARK, "url": url, "body": body}).encode()
    entry = {
        "request": {"method": "GET", "url": url, "headers": headers},
        "response": {"status": MARK, "headers": headers, "content": {"text": text}},
    }
    broken = {**entry, "response": {"status": 400, "content": {"text": f"{MARK}é", "encoding": "base64"}}}
    html = {**entry, "response": {"status": 502, "content": {"text": f"<html>{MARK}</html>"}}}
    yield "a.har", json.dumps({"log": {"entries": [entry, broken, html, {"request": MARK}]}}).encode()
    interaction = {
        "request": {"method": "GET", "uri": url},
        "response": {"status": {"code": 400, "message": MARK}, "body": {"string": text}},
    }
    cassette = {"interactions": [interaction, {"request": {MARK: MARK}}]}
    yield "a.cassette.json", json.dumps(cassette).encode()
    yield "a.yaml", yaml.safe_dump(cassette).encode()
    yield "broken.yaml", f"a: '{MARK}\nb: *{MARK}\n".encode()
    yield "alias.yaml", f"a: *{MARK}\n".encode()
    yield "tag.yaml", f"a: !!python/object:{MARK}.x {{}}\n".encode()
    yield "b.yaml", f"body: !!binary {b64encode(MARK.encode()).decode()}{MARK}\n".encode()
    yield "capture.schema.json", text.encode()


def run(*arguments: str) -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["validate", *arguments])
    return code, out.getvalue() + err.getvalue()


@settings(max_examples=30, deadline=None)
@given(bodies(), st.sampled_from(list(Strictness)), st.sampled_from(FORMATS))
def test_marked_values_never_appear(reply: tuple[str, Any], strictness: Strictness, written: str) -> None:
    """All formats of one run, and one of them by the command."""
    name, body = reply
    with tempfile.TemporaryDirectory() as folder:
        for file, content in files(name, body):
            (Path(folder) / file).write_bytes(content)
        report = validate([folder], Options(strictness, name), Binding(Path(folder), name))
        code, said = run(folder, "--provider", name, "--strictness", strictness, "--output-format", written)
    assert code == report.exit_code == 2, "some of the files are broken"
    assert "internal error" not in said
    for text in (said, *(render(report, output) for output in FORMATS)):
        assert text
        for secret in SECRETS:
            assert secret not in text


def test_asked_for_they_appear(tmp_path: Path) -> None:
    """The property above is not true for want of messages."""
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"error": NUMBER, "error_code": f"{MARK} SILVA"}), encoding="utf-8")
    for output in FORMATS:
        _, said = run(str(file), "--provider", "flanks", "--show-values", "--output-format", output)
        assert MARK in said
        assert str(NUMBER) in said


@pytest.mark.parametrize("value", ["E999x", "A-b_c.9", "x" * 64])
def test_a_value_that_looks_like_a_code_is_written_at_the_codes_place_only(tmp_path: Path, value: str) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps({"code": value, "title": 5, "detail": "d"}), encoding="utf-8")
    assert value in run(str(file), "--provider", "brick")[1]
    file.write_text(json.dumps({"code": "CPF_INVALIDO", "title": [value], "detail": 5}), encoding="utf-8")
    assert value not in run(str(file), "--provider", "brick")[1]
