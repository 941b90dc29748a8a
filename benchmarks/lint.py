"""Speed of the linter beside its peers in one run: `python benchmarks/lint.py [--write FILE] [--quick] [--folder DIR]`.

Corpus A is two published packages as they are on PyPI, in which nothing concerns a provider; corpus B is the same with
200 generated provider clients in it (`_clients.py`). Everything is fetched by version into DIR (default `build/bench`)
and kept there; the peers get an environment of their own. Commands that are compared take turns, so that a busy
machine slows both, and of all turns the best counts. Times are of this machine, the ratios are what is promised.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from _analysis import table
from _clients import sprinkle
from _measured import Measured, measure

PACKAGES = ("django==5.2.8", "apache-airflow-core==3.1.3")
PEERS = ("ruff==0.17.6", "flake8==7.3.0", "fixit==2.2.1", "pylint==4.0.4", "semgrep==1.170.1")
HERE = Path(__file__).parent
BIN = Path(sys.executable).parent
ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
RULE = """rules:
- {id: retry-on-anything, languages: [python], severity: WARNING, message: resent,
   pattern: "@tenacity.retry(...)\\ndef $F(...): ..."}
"""
Command = Sequence[str | Path]


class Row(NamedTuple):
    """What was measured, beside what, their ratio, and the bound that it has to keep (None without one)."""

    what: str
    ours: str
    theirs: str
    ratio: float
    goal: float | None

    def line(self) -> str:
        """As a line of the table."""
        met = "" if self.goal is None else "yes" if self.ratio <= self.goal else "**no**"
        goal = "" if self.goal is None else f"≤ {self.goal:g}"
        return f"| {self.what} | {self.ours} | {self.theirs} | {self.ratio:.2f} | {goal} | {met} |"


def fetch(folder: Path) -> tuple[Path, Path, Path]:
    """Corpus A, corpus B and the folder with the peers' commands, fetched or made only where they aren't there yet.
    Raises `subprocess.CalledProcessError` where PyPI can't be reached."""
    a, b, peers = folder / "corpus", folder / "corpus-b", folder / "peers"
    pip = ["-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if not a.exists():
        unfinished = folder / "unfinished"  # renamed when it is whole
        _do(sys.executable, *pip, "--no-deps", "--no-compile", "--target", unfinished, *PACKAGES)
        unfinished.rename(a)
    (a / "pyproject.toml").touch()  # a project of its own, so that fixit doesn't take it for what is ignored here
    if not (peers / "ready").exists():
        _do(sys.executable, "-m", "venv", peers)
        _do(peers / "bin/python", *pip, *PEERS)
        (peers / "ready").touch()
    shutil.rmtree(b, ignore_errors=True)
    shutil.copytree(a, b, ignore=shutil.ignore_patterns(".errpact_cache"))
    sprinkle(b)
    return a, b, peers / "bin"


def _do(*command: str | Path) -> None:
    subprocess.run(command, check=True)  # noqa: S603 - our own words


def turns(
    commands: Mapping[str, Command], folder: Path, count: int, between: Callable[[], None] = lambda: None
) -> dict[str, Measured]:
    """The best of `count` runs of each command; they take turns. between: what is done before each run."""
    best: dict[str, Measured] = {}
    for _ in range(count):
        for name, command in commands.items():
            between()
            now = measure(command, folder, ENVIRONMENT)
            best[name] = now.better(best[name]) if name in best else now
    return best


def errpact(*words: str) -> Command:
    return [BIN / "errpact", "lint", "--exit-zero", "--output-format", "json", "-o", os.devnull, *words]


def parsing(parser: str, files: Sequence[str]) -> Command:
    """A program that does nothing but parse files, one after the other."""
    call = {"ast": "ast.parse", "libcst": "libcst.parse_module"}[parser]
    code = f"import {parser}, sys\nfor name in sys.argv[1:]: {call}(open(name, 'rb').read())"
    return [sys.executable, "-c", code, *files]


def against(what: str, ours: Measured, theirs: Measured, name: str, goal: float | None) -> Row:
    return Row(what, ours.text, f"{theirs.text} {name}", ours.wall / theirs.wall, goal)


def corpus_a(a: Path, peers: Path, count: int) -> Iterator[Row]:
    """Nothing is relevant: reading and a byte scan."""
    files = sorted(str(p) for p in a.rglob("*.py"))
    quick = turns(
        {
            "cold": errpact("--no-cache", "."),
            "ruff": [peers / "ruff", "check", "--isolated", "--no-cache", "-q", "--exit-zero", "."],
            "python": [sys.executable, "-c", "pass"],
        },
        a,
        count,
    )
    cold, again = quick["cold"], warm(a, count)
    yield against("A, cold", cold, quick["ruff"], "ruff", 1.2)
    yield Row("A, warm (a goal for this machine: 60 ms)", again.text, "60 ms", again.wall / 0.06, 1)
    yield against("A, warm", again, quick["python"], "`python -c pass`", None)
    rule = a.parent / "rule.yml"
    rule.write_text(RULE)
    semgrep = ["scan", "--metrics=off", "--disable-version-check", "-q", "--no-git-ignore", "--config", rule, "."]
    slow: dict[str, tuple[Command, float | None]] = {
        "`ast.parse` alone": (parsing("ast", files), None),
        "`libcst.parse_module` alone": (parsing("libcst", files), None),
        "flake8": ([peers / "flake8", "--isolated", "--exit-zero", "-q", "."], None),
        "semgrep, one local rule": ([peers / "semgrep", *semgrep], None),
        "pylint on django/http only": ([peers / "pylint", "--exit-zero", "-j", "2", "django/http"], None),
        "fixit": ([peers / "fixit", "lint", "."], 1 / 50),
    }
    for name, (command, goal) in slow.items():
        yield against("A, cold", cold, measure(command, a, ENVIRONMENT), name, goal)


def corpus_b(b: Path, a_warm: Measured, count: int) -> Iterator[Row]:
    """200 clients among 1,600 files."""
    relevant = sorted(str(p) for p in b.rglob("*.py") if "bank_" in str(p.relative_to(b)))
    cold = turns({"libcst": parsing("libcst", relevant), "errpact": errpact("--no-cache", ".")}, b, min(count, 3))
    ours, theirs = cold["errpact"], cold["libcst"]
    bare = f"`libcst.parse_module` of the {len(relevant)} relevant files"
    yield against("B, cold, all processors", ours, theirs, bare, 2)
    yield Row("B, cold, CPU", f"{ours.cpu:.2f} s", f"{theirs.cpu:.2f} s {bare}", ours.cpu / theirs.cpu, None)
    memory = measure(errpact("--no-cache", "."), b, ENVIRONMENT, memory=True).memory
    yield Row("B, peak memory, all processes together", f"{memory:.0f} MB", "300 MB", memory / 300, 1)
    yield against("B, warm", warm(b, count), a_warm, "A, warm", 2)


def warm(corpus: Path, count: int) -> Measured:
    """The same run again, nothing having changed."""
    command = {"warm": [BIN / "errpact", "lint", "--exit-zero", "."]}
    aged()
    turns(command, corpus, 1)
    return turns(command, corpus, count)["warm"]


def aged() -> None:
    """What is younger than two seconds is never answered from memory."""
    time.sleep(2.5)


def one_file(b: Path, count: int) -> Iterator[Row]:
    """As pre-commit calls it: the project is indexed, one file is named."""
    client = next(p for p in sorted(b.rglob("bank_*.py")) if p.parent.name != "bank")
    plain = b / "django/apps/registry.py"
    change = itertools.count()

    def edit(file: Path) -> Callable[[], None]:
        original = file.read_text().partition("# edit")[0]
        return lambda: file.write_text(f"{original}# edit {next(change)}\n") and None

    for what, file in (("irrelevant", plain), ("relevant", client)):
        hook = [BIN / "errpact", "lint", "--exit-zero", str(file.relative_to(b))]
        commands = {"errpact": hook, "libcst": [sys.executable, "-c", "import libcst"]}
        edited = turns(commands, b, count, edit(file))
        ours, bare = edited["errpact"], edited["libcst"]
        if what == "relevant":
            yield against("one file, relevant, edited", ours, bare, '`python -c "import libcst"`', 2)
        else:
            yield Row("one file, irrelevant, edited", ours.text, "60 ms", ours.wall / 0.06, 1)
        aged()
        known = turns({"errpact": hook}, b, count + 1)["errpact"]
        yield Row(f"one file, {what}, result cached", known.text, "60 ms", known.wall / 0.06, 1)


def prefilter(corpora: Mapping[str, Path], folder: Path) -> Iterator[str]:
    """What is found with every file analysed, beside what is found as usual. Raises SystemExit where they differ."""
    for name, corpus in corpora.items():
        found: list[object] = []
        for words in ((), ("--no-prefilter",)):
            out = folder / "findings.json"
            _do(
                BIN / "errpact",
                "lint",
                "--exit-zero",
                "--no-cache",
                "--output-format",
                "json",
                "-o",
                out,
                *words,
                corpus,
            )
            said = json.loads(out.read_text(encoding="utf-8"))
            found.append((said["findings"], said["errors"]))
        if found[0] != found[1]:
            raise SystemExit(f"corpus {name}: --no-prefilter finds something else")
        yield f"Corpus {name}: with and without the prefilter the same {len(found[0][0])} findings."


def growth(a: Path, folder: Path, sizes: Sequence[int]) -> list[str]:
    """Time and memory over multiples of corpus B: the exponents of the power laws that fit best."""
    points: list[tuple[int, Measured]] = []
    for size in sizes:
        tree = folder / "growth"
        shutil.rmtree(tree, ignore_errors=True)
        for number in range(size):
            shutil.copytree(a, tree / f"part{number}", ignore=shutil.ignore_patterns(".errpact_cache"))
            sprinkle(tree / f"part{number}")
        points.append((size, measure(errpact("--no-cache", "."), tree, ENVIRONMENT, memory=True)))
        shutil.rmtree(tree)
    lines = ["| × B | wall | CPU | peak memory |", "| --- | --- | --- | --- |"]
    lines += [f"| {n} | {m.wall:.2f} s | {m.cpu:.2f} s | {m.memory:.0f} MB |" for n, m in points]
    exponents = [
        slope([(n, get(m)) for n, m in points]) for get in (lambda m: m.wall, lambda m: m.cpu, lambda m: m.memory)
    ]
    return [*lines, "", "Exponents: wall {:.2f}, CPU {:.2f}, memory {:.2f} (1 is linear).".format(*exponents)]


def slope(points: Sequence[tuple[int, float]]) -> float:
    """The exponent of the power law through points, by least squares of the logarithms."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    mx, my = (sum(p[i] for p in logs) / len(logs) for i in (0, 1))
    return sum((x - mx) * (y - my) for x, y in logs) / sum((x - mx) ** 2 for x, _ in logs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("build/bench"))
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the table there too")
    parser.add_argument("--quick", action="store_true", help="three turns of each, growth to twice only")
    parts = ("one", "b", "a", "analysis", "growth", "prefilter")
    parser.add_argument("--part", action="append", choices=parts, help="only this part; may be given several times")
    args = parser.parse_args()
    args.part = args.part or parts
    folder = args.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    a, b, peers = fetch(folder)
    count = 3 if args.quick else 7
    out: list[str] = []

    def say(*lines: str) -> None:
        """A part that is measured is seen at once: the whole takes long."""
        print(*lines, sep="\n", flush=True)
        out.extend(lines)

    say(
        "# The linter",
        "",
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start.",
        f"Corpora: {', '.join(PACKAGES)}. Peers: {', '.join(PEERS)}.",
        "Written by `python benchmarks/lint.py --write benchmarks/lint.md`; wall time is the best of several turns.",
        "",
        "| what | errpact | beside | ratio | goal | met |",
        "| --- | --- | --- | --- | --- | --- |",
    )
    if "one" in args.part:
        warm(b, 1)
        for row in one_file(b, count):
            say(row.line())
    if "b" in args.part:
        for row in corpus_b(b, warm(a, count), count):
            say(row.line())
    if "a" in args.part:
        for row in corpus_a(a, peers, count):
            say(row.line())
    if "analysis" in args.part:
        say("", "## Analysis beside the bare parse of the same files, CPU time in one process", "")
        say(*table(b, 3 if args.quick else 1, count))
    if "growth" in args.part:
        say("", "## Growth", "", *growth(a, folder, (1, 2) if args.quick else (1, 2, 4, 8)))
    if "prefilter" in args.part:
        say("", *prefilter({"A": a, "B": b}, folder))
    say("", f"Load {os.getloadavg()[0]:.1f} at the end.")
    if args.write:
        args.write.write_text("\n".join([*out, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
