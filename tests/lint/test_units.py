"""A project in independent parts says what it says as a whole, and an unchanged part is never analysed again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from errpact.contracts import Contract
from errpact.contracts.settings import Settings, load_settings
from errpact.lint.analyse import analyse
from errpact.lint.cache import Cache
from errpact.lint.discover import Discovery, Request, discover
from errpact.lint.engine import run
from errpact.lint.finding import Analysis, Certainty, Finding, Severity
from errpact.lint.index import Index
from errpact.lint.prefilter import triggers
from errpact.lint.project import Project
from errpact.lint.units import disputed, joined

TRANSPORT = """
import requests

def send(url):
    for _ in range(3):
        reply = requests.post(url, json={}, timeout=5)
        if reply.status_code == 200:
            break
    return reply
"""
CLIENT = """
from transport import send

def fetch():
    reply = send("https://api.flanks.io/v0/{path}")
    if reply.status_code != 200:
        raise RuntimeError(reply.json())
    return reply.json()
"""


def write(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root.resolve()


def found(root: Path, *paths: str) -> Discovery:
    settings = load_settings(root)
    asked = tuple(root / p for p in paths) or (root,)
    return discover(Request(asked), settings, triggers(settings), Index(Cache(None), b""))


def parts(result: Discovery) -> list[list[str]]:
    return [[f.path for f in unit.files] for unit in result.units]


def test_what_can_reach_a_call_ties_files_together_and_what_only_helps_does_not(tmp_path: Path) -> None:
    files = {
        "transport.py": TRANSPORT,
        "a.py": CLIENT,
        "b.py": CLIENT,
        "c/one.py": CLIENT.replace("from transport", "from .two"),
        "c/two.py": "from transport import send\nimport requests\nURL = 'https://api.khipu.com/'\n",
        "c/uses.py": "from .one import fetch\n",
    }
    root = write(tmp_path, files)
    of_c = ["c/one.py", "c/two.py", "c/uses.py", "transport.py"]
    assert parts(found(root)) == [["a.py", "transport.py"], ["b.py", "transport.py"], of_c]
    assert [f.path for f in found(root).units[2].files if f.core] == of_c[:3]
    # whichever file is asked for, its unit is the same
    assert parts(found(root, "c/two.py")) == [of_c]
    assert parts(found(root, "transport.py")) == parts(found(root))


def test_two_clients_of_one_helper_say_together_what_the_whole_says(tmp_path: Path) -> None:
    root = write(tmp_path, {"transport.py": TRANSPORT, "a.py": CLIENT, "b.py": CLIENT.replace("{path}", "other")})
    khipu = CLIENT.replace("api.flanks.io", "api.khipu.com")
    write(root, {"k.py": khipu, "odd.py": CLIENT.replace("!= 200", "in (400, 401)")})
    result = found(root)
    assert len(result.units) == 4

    def whole(project: Project, settings: Settings, contracts: Mapping[str, Contract]) -> Analysis:
        files = tuple(replace(f, core=True) for f in result.project.files)
        return analyse(replace(project, files=files), settings, contracts)

    report = run(Request((root,)), load_settings(root), analyse=analyse)
    expected = run(Request((root,)), load_settings(root), analyse=whole)
    said = [(f.rule, f.path, f.line, f.cases, f.message) for f in report.findings]
    assert said == [(f.rule, f.path, f.line, f.cases, f.message) for f in expected.findings]
    assert {path for _, path, *_ in said} >= {"transport.py", "odd.py"}


def at(path: str, cases: tuple[str, ...] = (), certainty: Certainty = Certainty.DEFINITE) -> Finding:
    return Finding("EP101", "forbidden-retry", Severity.ERROR, path, 1, "resent", cases=cases, certainty=certainty)


def test_only_units_that_disagree_of_a_shared_file_are_analysed_together() -> None:
    units = [["a", "s"], ["b", "s"], ["c", "s"], ["d", "s"]]
    one, other, alone = (Analysis((at(*x),)) for x in (("s", ("1",)), ("s", ("2",)), ("d", ("3",))))
    assert disputed(units, [one, one, one, alone]) == []
    assert disputed(units, [one, other, Analysis(), alone]) == [[0, 1]]
    assert disputed([["a"], ["b"]], [Analysis((at("a"), at("a", ("1",)))), Analysis((at("b"),))]) == []


def test_joined_says_each_finding_once_and_prefers_the_certain() -> None:
    doubtful = at("s", ("1",), Certainty.POSSIBLE)
    result = joined([Analysis((at("s"),), statistics={"x": 1}), Analysis((doubtful, at("s")), statistics={"x": 2})])
    assert result.findings == (at("s"),)
    assert result.statistics == {"x": 3}


def test_a_change_is_analysed_with_what_depends_on_it_and_nothing_else(tmp_path: Path) -> None:
    root = write(tmp_path, {"transport.py": TRANSPORT, "a.py": CLIENT, "b.py": CLIENT, "uses_b.py": "import b\n"})
    cache, seen = Cache(root / ".errpact_cache"), list[list[str]]()

    def counting(project: Project, settings: Settings, contracts: Mapping[str, Contract]) -> Analysis:
        seen.append([f.path for f in project.files])
        return Analysis()

    def analysed() -> list[list[str]]:
        seen.clear()
        run(Request((root,)), load_settings(root), cache=cache, analyse=counting)
        return list(seen)

    assert len(analysed()) == 2
    assert analysed() == []
    write(root, {"b.py": CLIENT + "# more\n"})
    assert analysed() == [["b.py", "transport.py", "uses_b.py"]]
    write(root, {"new.py": "x = 1\n"})
    assert analysed() == []
    write(root, {"transport.py": TRANSPORT + "# more\n"})
    assert len(analysed()) == 2
