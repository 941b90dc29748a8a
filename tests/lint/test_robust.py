"""The analysis never crashes and never hangs, and says the same whatever the order.

What might kill the process runs in a process of its own.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from .one_file import ROOT, analysed, shown
from .programs import render
from .score import TooSlow, limited
from .test_metamorphic import SEEDS

HERE = Path(__file__).resolve().parent
TERMS = 8000
ABSURD = {
    "sum on one line": "x = " + " + ".join(["1"] * TERMS),
    "sum over lines": "x = (\n" + "\n+ ".join(["1"] * TERMS) + "\n)",
    "product": "x = " + " * ".join(["1"] * TERMS),
    "power": "x = " + " ** ".join(["1"] * TERMS),
    "conjunction": "x = " + " and ".join(["a"] * TERMS),
    "parentheses": "x = " + "(" * 1500 + "1" + ")" * 1500,
    "brackets": "x = " + "[" * 1500 + "]" * 1500,
    "braces": "x = " + "{1:" * 1500 + "1" + "}" * 1500,
    "calls in calls": "x = " + "f(" * 1500 + ")" * 1500,
    "walrus": "x = " + "(a:=" * 1500 + "1" + ")" * 1500,
    "generics": "x: " + "list[" * 1000 + "int" + "]" * 1000,
    "indentation": "".join(" " * i + "if a:\n" for i in range(1000)) + " " * 1000 + "pass",
}
LONG = {
    "decorators": "@d\n" * 500 + "def f(): pass",
    "semicolons": "a = 1;" * TERMS,
    "arguments": "f(" + ",".join(f"a{i}" for i in range(TERMS)) + ")",
    "targets": "a = " * TERMS + "1",
    "managers": "with " + ", ".join(["a"] * TERMS) + ": pass",
    "entries": "x = {" + ",".join(f"{i}: {i}" for i in range(2000)) + "}",
    "nested functions": "".join(" " * i + "def f():\n" for i in range(90)) + " " * 90 + "pass",
    "nested tries": "".join(" " * i + "try:\n" for i in range(40))
    + " " * 40
    + "pass\n"
    + "".join(" " * i + "finally:\n" + " " * (i + 1) + "pass\n" for i in reversed(range(40))),
}
BODY = 'import requests\n\n\ndef f():\n    return requests.get("http://localhost/a").json()["accounts"]\n'
ODD = {
    "attributes whose name is none": BODY
    + """

class Option:
    name = None

    def __init__(self, value):
        setattr(self, self.name, value)
        self.value = hasattr(self, self.name)

    def told(self, log, *others):
        for other in others:
            if other.value:
                log(other)
        if self.value:
            log(self)
        return f()


def options(log, *values):
    found = [Option(value) for value in values]
    for one in found:
        one.told(log, *found) if one.value else log(one)
    return f()
""",
    "tabs": BODY.replace("    ", "\t"),
    "crlf": BODY.replace("\n", "\r\n"),
    "cr": BODY.replace("\n", "\r"),
    "bom": b"\xef\xbb\xbf" + BODY.encode(),
    "latin-1 cookie": b"# -*- coding: latin-1 -*-\nx = '\xe9'\n" + BODY.encode(),
    "form feed": BODY.replace("\n\n\n", "\n\f\n"),
    "no newline at the end": BODY.rstrip("\n"),
    "continuation": BODY.replace("return ", "return \\\n        "),
    "type parameters": BODY + "\n\ntype A[T] = list[T]\n\n\ndef g[T](x: T) -> T:\n    return x\n",
    "except without parentheses": BODY + "\n\ntry:\n    pass\nexcept KeyError, ValueError:\n    pass\n",
    "star in index": BODY + "\n\nx: tuple[*A] = a[*b]\n",
}
UNREADABLE = {
    "python 2 print": 'import requests\nprint "hello"\n',
    "python 2 raise": 'import requests\nraise ValueError, "no"\n',
    "python 2 backticks": "x = `1`\n",
    "not utf-8": b"import requests\nx = '\xe9'\n",
    "unknown cookie": b"# -*- coding: klingon -*-\nx = 1\n",
    "nul": b"x = 1\0\n",
    "half a function": "def f(:\n",
    "merge conflict": "<<<<<<< ours\nx = 1\n=======\nx = 2\n>>>>>>> theirs\n",
}
EMPTY = {"empty": "", "comment": "# nothing\n", "blank": "\n\n\n", "docstring": '"""Only words."""\n'}


def in_a_process(sources: dict[str, str], seconds: int) -> dict[str, list[str]]:
    """Name → rules found, from a process that may die. It names what it is at before it starts on it."""
    code = (
        "import json, sys, resource\n"
        f"resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))\n"
        f"sys.path.insert(0, {str(HERE.parent.parent)!r})\n"
        "from tests.lint.one_file import analysed\n"
        "for name, text in json.load(sys.stdin).items():\n"
        "    print(json.dumps(name), flush=True)\n"
        "    found = analysed({'a.py': 'import requests\\n' + text + '\\n'}, 'flanks')\n"
        "    assert not found.errors, found.errors\n"
        "    print(json.dumps([f.rule for f in found.findings]), flush=True)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=json.dumps(sources), capture_output=True, text=True, timeout=10 * seconds
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, f"ended with {done.returncode} at {lines[-1]!r}: {done.stderr[-300:]}"
    return dict(zip(lines[::2], lines[1::2], strict=True))


def test_absurd_nesting_costs_one_finding() -> None:
    found = in_a_process(ABSURD, 20)
    assert found == {name: ["EP900"] for name in ABSURD}


def test_long_files_are_read() -> None:
    found = in_a_process(LONG, 30)
    assert found == {name: [] for name in LONG}


@pytest.mark.parametrize("name", ODD)
def test_odd_but_valid_files_are_read_like_any_other(name: str) -> None:
    found = shown({"a.py": ODD[name]}, "flanks")
    assert {f.rule for f in found} == {f.rule for f in shown({"a.py": BODY}, "flanks")} != set()


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_python_costs_one_finding_with_its_line(name: str) -> None:
    source = UNREADABLE[name]
    found = analysed({"a.py": source, "b.py": BODY}, "flanks").findings
    assert [f.rule for f in found if f.path == "a.py"] == ["EP900"]
    lines = source.count("\n" if isinstance(source, str) else b"\n")
    assert all(1 <= f.line <= lines + 1 and f.help for f in found if f.path == "a.py")
    assert [f for f in found if f.path == "b.py"], "the other file must be read all the same"


@pytest.mark.parametrize("name", EMPTY)
def test_empty_files_are_silent(name: str) -> None:
    assert shown({"a.py": EMPTY[name]}, "flanks") == ()


def test_no_files_at_all() -> None:
    assert analysed({}, "flanks").findings == ()


# --- other people's code


def packages() -> list[Path]:
    """All modules of the installed packages, in an order of chance that stays."""
    found = sorted(Path(sysconfig.get_path("purelib")).rglob("*.py"))
    random.Random(20261122).shuffle(found)  # noqa: S311 - a sample, not a secret
    return found


def sweep(paths: list[Path], seconds: float) -> list[str]:
    """What went wrong: a crash, an internal error, or more than so many seconds of processor time for one file."""
    wrong: list[str] = []
    for path in paths:
        try:
            with limited(seconds):
                analysis = analysed({path.name: path.read_bytes()}, "flanks")
        except (TooSlow, Exception) as exc:  # this test tells which file it was
            wrong.append(f"{path}: {type(exc).__name__} {exc}")
        else:
            wrong += [f"{path}: {error}" for error in analysis.errors]
    return wrong


HTTP = ("aiohttp_retry", "backoff", "httpx_retries", "requests", "stamina", "tenacity")


def test_http_and_retry_libraries_themselves_are_survived() -> None:
    site = Path(sysconfig.get_path("purelib"))
    chosen = [p for p in packages() if p.relative_to(site).parts[0] in HTTP]
    assert len(chosen) > 30
    assert sweep([p for p in chosen if p.stat().st_size < 8_000], 5.0) == []


@pytest.mark.soak
def test_all_installed_packages_are_survived() -> None:
    assert sweep(packages(), 10.0) == []


# --- the same every time


def sources() -> dict[str, str]:
    """Several files with several findings each, of two packages."""
    return {f"{name.replace('-', '_')}/client.py": render(p) for name, p in SEEDS.items() if p.provider == "flanks"}


def test_the_order_of_files_does_not_matter() -> None:
    files = sources()
    first = analysed(files, "flanks").data()
    for number in range(3):
        names = list(files)
        random.Random(number).shuffle(names)  # noqa: S311 - an order, not a secret
        assert analysed({n: files[n] for n in names}, "flanks").data() == first


def test_the_seed_of_hashes_does_not_matter() -> None:
    code = (
        f"import json, sys; sys.path.insert(0, {str(HERE.parent.parent)!r})\n"
        "from tests.lint.one_file import analysed\n"
        "print(json.dumps(analysed(json.load(sys.stdin), 'flanks').data()))\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=json.dumps(sources()),
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in (0, 1, 4242)
    }
    assert len(outputs) == 1
    assert str(ROOT) not in outputs.pop()


def test_twice_in_one_process_is_the_same() -> None:
    assert analysed(sources(), "flanks").data() == analysed(sources(), "flanks").data()
