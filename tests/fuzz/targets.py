"""What is fuzzed: each target takes bytes, and raises where something doesn't hold that must hold for any bytes."""

from __future__ import annotations

import ast
import json
import re
import tempfile
import tomllib
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
TESTS: Final = ROOT / "tests"
CAPTURES: Final = TESTS / "contracts" / "captures"


class Wrong(AssertionError):
    """Something that must hold for any input doesn't."""


def must(holds: object, what: str) -> None:
    """Raise Wrong unless it holds."""
    if not holds:
        raise Wrong(what)


@dataclass(frozen=True, slots=True)
class Target:
    """run: raises on a fault. seeds: inputs to start from. words: what means something in this format."""

    run: Callable[[bytes], None]
    seeds: Callable[[], Sequence[bytes]]
    words: tuple[bytes, ...] = ()


# --- contracts


def contract(data: bytes) -> None:
    """A contract file is either refused with a message, or whole: all that derives from it can be made."""
    from errpact.contracts import ErrpactError, Reply, classify, code_types, parse, points
    from errpact.contracts.as_json import contract_json
    from errpact.contracts.schema_generator import build

    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return
    try:
        found = parse(text)
    except ErrpactError as exc:
        must(str(exc).startswith("<contract>"), f"a message without its place: {exc}")
        return
    must(len({c.id for c in found.cases}) == len(found.cases), "two cases of one id")
    json.dumps(contract_json(found))
    json.dumps(build(found))
    for kind in code_types(found):
        for point in points(found, code_type=kind)[:40]:
            classify(found, Reply(point.status, None if point.envelope is None else _body(point.values)))


def _body(values: Mapping[str, Any]) -> Any:
    """A JSON value with these scalars at these pointers; without those that don't fit in together."""
    body: dict[str, Any] = {}
    for pointer, value in values.items():
        place, parts = body, pointer.split("/")[1:] or [""]
        for part in parts[:-1]:
            place = place.setdefault(part, {})
            if not isinstance(place, dict):
                break
        else:
            place[parts[-1]] = value
    return body


def shipped() -> list[bytes]:
    """The contracts that come along."""
    return [path.read_bytes() for path in sorted((ROOT / "contracts" / "providers").glob("*.toml"))]


# --- replies


def classified(data: bytes) -> None:
    """Any reply has a match, the same each time, and of a shape that says what it means. The first line, if it is
    JSON, says provider, status, method and channel; the rest is the body."""
    from errpact.contracts import Match, Reply, classify

    first, _, rest = data.partition(b"\n")
    try:
        head = json.loads(first)
    except (ValueError, RecursionError):
        head, rest = {}, data
    head = head if isinstance(head, dict) else {}
    known = contracts()
    provider = head.get("provider")
    names = [provider] if isinstance(provider, str) and provider in known else list(known)
    method = head.get("method") if isinstance(head.get("method"), str) else None
    for name in names:
        found = [
            classify(known[name], Reply(head.get("status"), body), method=method, channel=str(head.get("channel")))
            for body in (rest, rest, rest.decode("utf-8", "replace"))
        ]
        must(all(isinstance(m, Match) for m in found), "no match")
        must(found[0] == found[1], "two answers for one reply")
        must(bool(found[0].cases) is (found[0].unknown is None), "neither a case nor what is unknown")


@cache
def contracts() -> Mapping[str, Any]:
    """All contracts that come along."""
    from errpact.contracts import load_all

    return load_all()


def replies() -> list[bytes]:
    """The samples of every contract, each with its status."""
    from errpact.contracts import code_types, points

    found = []
    for name, known in contracts().items():
        for point in points(known, code_type=code_types(known)[0]):
            head = {"provider": name, "status": point.status, "method": "POST", "channel": "reply"}
            found.append(json.dumps(head).encode() + b"\n" + json.dumps(_body(point.values)).encode())
    return found[::3]


# --- requests to the loopback server


def requested(data: bytes) -> None:
    """Any bytes are a request, the beginning of one, or refused; what is asked of a request has an answer."""
    from errpact.pytest_plugin.wire import BadRequest, parse

    try:
        found = parse(bytearray(data))
    except BadRequest:
        return
    if found is None:
        return
    request, length = found
    must(0 < length <= len(data), f"{length} of {len(data)} bytes taken")
    must(isinstance(request.path, str) and isinstance(request.query, dict), "no path or query")
    must(request.shown.isprintable(), "a path that steers a terminal")
    hash(request.key)


def requests() -> list[bytes]:
    """Requests with every sort of body."""
    host = b"Host: 127.0.0.1\r\n"
    return [
        b"GET /v0/accounts?a=1&b=%20 HTTP/1.1\r\n" + host + b"\r\n",
        b"POST /v0/token HTTP/1.1\r\n" + host + b'Content-Length: 9\r\nExpect: 100-continue\r\n\r\n{"a": 12}',
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1a;x=1\r\n" + b"c" * 26 + b"\r\n0\r\n\r\n",
        b"HEAD http://[::1]/a HTTP/1.0\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\n\r\n",
    ]


# --- files of captured replies


def validated(suffix: str) -> Callable[[bytes], None]:
    """A file of this sort gives a report in every format, and an exit code."""

    def check(data: bytes) -> None:
        from errpact.contracts.validation import Options, validate
        from errpact.contracts.validation.binding import Binding
        from errpact.contracts.validation.report import render

        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"a{suffix}"
            path.write_bytes(data)
            report = validate([str(path)], Options(provider="flanks"), Binding(Path(folder), "flanks"))
        must(report.exit_code in (0, 1, 2), "no exit code")
        for form in ("text", "json", "sarif", "github", "junit"):
            text = render(report, form)
            must(not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text), f"control characters in {form}")
            if form in ("json", "sarif"):
                json.loads(text)

    return check


def captures(*names: str) -> Callable[[], list[bytes]]:
    """Recorded replies of the tests."""
    return lambda: [(CAPTURES / name).read_bytes() for name in names]


# --- configuration


def configured(data: bytes) -> None:
    """A pyproject.toml is refused with a message that names the file, or read."""
    from errpact.contracts import ErrpactError
    from errpact.contracts.settings import Settings, find, load_settings

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pyproject.toml"
        file.write_bytes(data)
        try:
            must(isinstance(load_settings(Path(folder), find(Path(folder))), Settings), "no settings")
            must(isinstance(load_settings(Path(folder), file), Settings), "no settings")
        except ErrpactError as exc:
            must("pyproject.toml" in str(exc), f"a message without its file: {exc}")


def configurations() -> list[bytes]:
    """The configurations of the examples and of the documentation."""
    found = [path.read_bytes() for path in sorted((ROOT / "examples").glob("*/pyproject.toml"))]
    for page in sorted((ROOT / "docs").rglob("*.md")):
        blocks = re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
        found += [block.encode() for block in blocks if "errpact" in block]
    return found


# --- client code


def linted(data: bytes) -> None:
    """Any file is analysed or costs one EP900; findings are in order, at places that the file has, twice the same;
    what Python reads as the same program with other line ends has the same findings."""
    from errpact.lint.finding import Finding

    provider = sorted(contracts())[len(data) % len(contracts())]
    first = _analysed(data, provider)
    must(not first.errors, "; ".join(map(str, first.errors)))
    lines = len(re.split(rb"\r\n|\r|\n", data))
    for one in first.findings:
        must(1 <= one.line <= lines and one.column >= 1, f"{one.rule} at {one.line}:{one.column} of {lines} lines")
        must(Finding.of(one.data()).data() == one.data(), "not the same through JSON")
    must(list(first.findings) == sorted(first.findings, key=lambda f: f.order), "out of order")
    refused = [f for f in first.findings if f.rule == "EP900" and "cannot be parsed" in f.message]
    must(not (refused and _is_python(data)), f"{refused}: Python reads it")
    if len(data) % 3 == 0 and b"\r" not in data:
        other = _analysed(data.replace(b"\n", b"\r\n"), provider)
        must(_said(other) == _said(first), "other line ends, other findings")


def _analysed(data: bytes, provider: str) -> Any:
    from errpact.contracts.settings import Client, Settings
    from errpact.lint.analyse import analyse
    from errpact.lint.project import Project, SourceFile

    nowhere = Path("/nowhere")
    project = Project(nowhere, (SourceFile("a.py", nowhere / "a.py", data, True, True),))
    return analyse(project, Settings(root=nowhere, clients=(Client(provider, ("**",)),)), contracts())


def _said(analysis: Any) -> list[tuple[Any, ...]]:
    return [(f.rule, f.line, f.column, f.message, f.cases, f.certainty) for f in analysis.findings]


def _is_python(data: bytes) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def clients() -> list[bytes]:
    """Client code: the labelled programs, and the HTTP and retry libraries themselves."""
    import sysconfig

    site = Path(sysconfig.get_path("purelib"))
    paths = sorted(p for folder in ("corpus", "cases") for p in (TESTS / "lint" / folder).rglob("*.py"))[::2]
    for name in ("tenacity", "requests", "backoff", "aiohttp_retry", "stamina", "httpx_retries"):
        paths += sorted((site / name).rglob("*.py"))
    return [path.read_bytes() for path in paths if path.stat().st_size < 9_000]


@cache
def codes() -> tuple[bytes, ...]:
    """Codes, fields and policies: words that mean something in contracts, replies and clients."""
    found: set[str] = set()
    for text in shipped():
        found |= set(_strings(tomllib.loads(text.decode())))
    return tuple(sorted(w.encode() for w in found if 2 < len(w) < 30 and " " not in w))


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(s for v in value.values() for s in _strings(v))]
    if isinstance(value, list):
        return [s for v in value for s in _strings(v)]
    return [str(value)] if isinstance(value, (str, int)) else []


PYTHON: Final = tuple(
    b"if,else,elif,for,while,try,except,finally,with,as,match,case,def,class,async,await,lambda,yield,return,raise,"
    b"break,continue,import,from,in,not in,is,None,*,**,:=,->,@,global,nonlocal,del,assert,type,f'{x!r:>{w}}',"
    b"retry,Retry(total=5),requests.get(url),response.status_code,response.json(),time.sleep(1),sleep,raise_for_status"
    .split(b",")
)  # fmt: skip

TARGETS: Final[Mapping[str, Target]] = {
    "contract": Target(contract, shipped, (b"[[cases]]", b"[[envelopes]]", b"extends", b"code", b"[1]", b"{a=1}")),
    "classify": Target(classified, replies, (b"{}", b"[]", b"200", b"404", b"error", b"code", b"message")),
    "http": Target(requested, requests, (b"Content-Length: ", b"-6", b"0x1", "²".encode("latin-1"), b"\r\n\r\n", b"[")),
    "json": Target(validated(".json"), captures("brick.json", "klavi.json", "khipu.cassette.json"), (b"status",)),
    "ndjson": Target(validated(".ndjson"), captures("synapse.ndjson", "log.jsonl"), (b"body", b"status")),
    "har": Target(validated(".har"), captures("flanks-and-khipu.har"), (b"content", b"text", b"encoding", b"base64")),
    "yaml": Target(validated(".yaml"), captures("khipu.cassette.yaml"), (b"!!binary |", b"!!set", b"? ", b"- - -")),
    "config": Target(configured, configurations, (b"[tool.errpact]", b"[[tool.errpact.client]]", b"paths", b"[1]")),
    "lint": Target(linted, clients, PYTHON),
}


def words(name: str) -> tuple[bytes, ...]:
    """A target's words, with those of the contracts where they mean something."""
    target = TARGETS[name]
    return (*target.words, *codes()) if name in ("contract", "classify", "lint", "ndjson") else target.words
